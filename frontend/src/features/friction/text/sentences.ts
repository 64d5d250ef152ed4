// SPDX-License-Identifier: EUPL-1.2
import type { Friction } from '@/api';
import { formatsFor } from '@/shared/i18n/format';
import type { Language } from '@/shared/i18n/language';
import { durationsFor } from './durations';

/** A friction said in plain words: a line a director can repeat, and what it stands on. */
export type Sentence = { lead: string; body: string };

const ORDINALS = {
  sv: [
    '',
    'Varje',
    'Vartannat',
    'Vart tredje',
    'Vart fjärde',
    'Vart femte',
    'Vart sjätte',
    'Vart sjunde',
    'Vart åttonde',
    'Vart nionde',
    'Vart tionde',
  ],
  en: [
    '',
    'Every',
    'Every second',
    'Every third',
    'Every fourth',
    'Every fifth',
    'Every sixth',
    'Every seventh',
    'Every eighth',
    'Every ninth',
    'Every tenth',
  ],
} as const;

const NEAR = 0.08;

/** A share as "every sixth case", where it is near enough to be true; otherwise in per cent. */
export function everyNth(share: number, language: Language): string {
  const percent = formatsFor(language, 'UTC').percent(share);
  const nth = share > 0 ? Math.round(1 / share) : 0;
  const isNear = nth === 1 ? share === 1 : nth > 1 && nth <= 10 && Math.abs(share * nth - 1) <= NEAR;
  if (isNear) return language === 'sv' ? `${ORDINALS.sv[nth]} ärende` : `${ORDINALS.en[nth]} case`;
  return language === 'sv' ? `${percent} av ärendena` : `${percent} of the cases`;
}

/** The sentences of a friction. Everything said is a figure of it; nothing is added. `say` gives the words for a step. */
export function sentenceOf(friction: Friction, language: Language, say: (activity: string) => string = (activity) => activity): Sentence {
  const { number, percent } = formatsFor(language, 'UTC');
  const { words } = durationsFor(language);
  const said = {
    share: percent(friction.shareOfLeadTime),
    median: words(friction.medianSeconds),
    total: words(friction.totalSeconds),
    p90: friction.p90Seconds === undefined ? undefined : words(friction.p90Seconds),
    cases: number(friction.cases, 0),
    n: number(friction.n, 0),
    nth: everyNth(friction.n > 0 ? friction.cases / friction.n : 0, language),
    // A percentage is plural in Swedish and English alike, "every sixth case" is not.
    many: !/^(Var|Every)/.test(everyNth(friction.n > 0 ? friction.cases / friction.n : 0, language)),
    repeated: friction.repeatedCases === undefined || friction.repeatedCases === 0 ? undefined : number(friction.repeatedCases, 0),
    from: say(friction.edge?.from ?? ''),
    to: say(friction.edge?.to ?? ''),
  };
  const faster = (friction.leadTimeWithSeconds ?? 0) - (friction.leadTimeWithoutSeconds ?? Number.POSITIVE_INFINITY);
  const sooner = faster > 0 ? words(faster) : undefined;
  const sentence = language === 'sv' ? swedish(friction.kind, said) : english(friction.kind, said);
  const last =
    sooner === undefined
      ? ''
      : language === 'sv'
        ? ` Övriga ärenden blir klara ${sooner} tidigare.`
        : ` The other cases are done ${sooner} sooner.`;
  return { lead: sentence.lead, body: sentence.body + last };
}

type Said = {
  share: string;
  median: string;
  total: string;
  p90: string | undefined;
  cases: string;
  n: string;
  nth: string;
  many: boolean;
  repeated: string | undefined;
  from: string;
  to: string;
};

function swedish(kind: string, it: Said): Sentence {
  const long = it.p90 ? `, och för vart tionde ärende mer än ${it.p90}` : '';
  const often = it.repeated ? `, ${it.repeated} av dem mer än en gång` : '';
  switch (kind) {
    case 'waiting_applicant':
      return {
        lead: `Vänta på sökanden tar ${it.share} av ledtiden.`,
        body: `${it.cases} av ${it.n} ärenden väntar på sökanden${often}. Väntan är ${it.median} i median${long}.`,
      };
    case 'waiting_other_body':
      return {
        lead: `Vänta på andra myndigheter tar ${it.share} av ledtiden.`,
        body: `${it.cases} av ${it.n} ärenden remitteras${often}. Väntan är ${it.median} i median${long}.`,
      };
    case 'waiting_queue':
      return {
        lead: `Ärendet ligger ${it.median} i kö innan någon tar vid.`,
        body: `${it.cases} av ${it.n} ärenden väntar i kö${often}. Kön tar ${it.share} av ledtiden.`,
      };
    case 'slow_edge':
      return {
        lead: `Från ${it.from} till ${it.to}: ${it.share} av ledtiden.`,
        body: `Steget finns i ${it.cases} av ${it.n} ärenden${often}. Det tar ${it.median} i median${long}, sammanlagt ${it.total}.`,
      };
    case 'rework':
      return {
        lead: `${it.nth} görs om, helt eller delvis.`,
        body: `${it.cases} av ${it.n} ärenden har steg som görs mer än en gång. Omtagen tar ${it.median} i median och ${it.total} sammanlagt, ${it.share} av ledtiden.`,
      };
    case 'ping_pong':
      return {
        lead: `${it.nth} går fram och tillbaka mellan enheter.`,
        body: `${it.cases} av ${it.n} ärenden kommer tillbaka till en enhet som nyss lämnat dem${often}. Det kostar ${it.median} i median och ${it.total} sammanlagt.`,
      };
    case 'unit_handover':
      return {
        lead: `${it.nth} byter enhet på vägen.`,
        body: `${it.cases} av ${it.n} ärenden lämnas från en enhet till en annan${often}. Det kostar ${it.median} i median och ${it.total} sammanlagt.`,
      };
    case 'slow_dispatch':
      return {
        lead: `Beslutet ligger ${it.median} innan det skickas.`,
        body: `${it.cases} av ${it.n} ärenden har beslutats och skickats. Tiden däremellan är ${it.median} i median${long}.`,
      };
    case 'slow_closing':
      return {
        lead: `Ärendet står öppet ${it.median} efter att beslutet skickats.`,
        body: `${it.cases} av ${it.n} ärenden har skickats och avslutats. Tiden däremellan är ${it.median} i median${long}.`,
      };
    case 'slow_registration':
      return {
        lead: `Det tar ${it.median} innan ett ärende registreras.`,
        body: `${it.cases} av ${it.n} ärenden har kommit in och registrerats. Tiden däremellan är ${it.median} i median${long}.`,
      };
    default:
      return {
        lead: `En friktion tar ${it.share} av ledtiden.`,
        body: `Den finns i ${it.cases} av ${it.n} ärenden och tar ${it.median} i median.`,
      };
  }
}

function english(kind: string, it: Said): Sentence {
  const long = it.p90 ? `, and for one case in ten more than ${it.p90}` : '';
  const often = it.repeated ? `, ${it.repeated} of them more than once` : '';
  switch (kind) {
    case 'waiting_applicant':
      return {
        lead: `Waiting for the applicant takes ${it.share} of the lead time.`,
        body: `${it.cases} of ${it.n} cases wait for the applicant${often}. The median wait is ${it.median}${long}.`,
      };
    case 'waiting_other_body':
      return {
        lead: `Waiting for other bodies takes ${it.share} of the lead time.`,
        body: `${it.cases} of ${it.n} cases are referred${often}. The median wait is ${it.median}${long}.`,
      };
    case 'waiting_queue':
      return {
        lead: `A case lies in a queue for ${it.median} before somebody takes it up.`,
        body: `${it.cases} of ${it.n} cases wait in a queue${often}. The queue takes ${it.share} of the lead time.`,
      };
    case 'slow_edge':
      return {
        lead: `From ${it.from} to ${it.to}: ${it.share} of the lead time.`,
        body: `The step is in ${it.cases} of ${it.n} cases${often}. Its median is ${it.median}${long}, ${it.total} in all.`,
      };
    case 'rework':
      return {
        lead: `${it.nth} ${it.many ? 'are' : 'is'} done again, in whole or in part.`,
        body: `${it.cases} of ${it.n} cases have steps that are done more than once. The repeats take ${it.median} in the median and ${it.total} in all, ${it.share} of the lead time.`,
      };
    case 'ping_pong':
      return {
        lead: `${it.nth} ${it.many ? 'go' : 'goes'} back and forth between units.`,
        body: `${it.cases} of ${it.n} cases come back to a unit that has just let them go${often}. It costs ${it.median} in the median and ${it.total} in all.`,
      };
    case 'unit_handover':
      return {
        lead: `${it.nth} ${it.many ? 'change' : 'changes'} unit on the way.`,
        body: `${it.cases} of ${it.n} cases are handed from one unit to another${often}. It costs ${it.median} in the median and ${it.total} in all.`,
      };
    case 'slow_dispatch':
      return {
        lead: `The decision lies for ${it.median} before it is sent.`,
        body: `${it.cases} of ${it.n} cases have been decided and sent. The median time between is ${it.median}${long}.`,
      };
    case 'slow_closing':
      return {
        lead: `The case stays open for ${it.median} after the decision was sent.`,
        body: `${it.cases} of ${it.n} cases have been sent and closed. The median time between is ${it.median}${long}.`,
      };
    case 'slow_registration':
      return {
        lead: `It takes ${it.median} before a case is registered.`,
        body: `${it.cases} of ${it.n} cases have come in and been registered. The median time between is ${it.median}${long}.`,
      };
    default:
      return {
        lead: `A friction takes ${it.share} of the lead time.`,
        body: `It is in ${it.cases} of ${it.n} cases and takes ${it.median} in the median.`,
      };
  }
}
