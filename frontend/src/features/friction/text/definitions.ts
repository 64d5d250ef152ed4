// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '@/shared/i18n/language';
import { defineTexts } from '@/shared/i18n/texts';

/** What each figure is: its name, its definition in plain words and, where one helps, its formula. By the key the API gives. */
export const definitions = defineTexts(
  {
    lead_time: {
      name: 'Ledtid',
      text: 'Tiden från ärendets första händelse till dess sista. Ett ärende som pågår räknas med den tid som gått mellan händelserna hittills.',
      formula: 'sista händelsen − första händelsen',
    },
    business_time: {
      name: 'Ledtid i arbetstid',
      text: 'Den del av ledtiden som faller på arbetstid enligt den kalender som anges.',
      formula: 'ledtiden, bara timmar enligt kalendern',
    },
    events_per_case: { name: 'Händelser per ärende', text: 'Hur många händelser ett ärende har.', formula: '' },
    waiting_split: {
      name: 'Väntan',
      text: 'Ledtiden delad efter vem som väntar på vem: på den sökande efter begärd komplettering eller kommunicering, på annan myndighet efter remiss, i kö innan någon tar vid. Det som ingen regel förklarar heter okänt och kallas aldrig arbete.',
      formula: 'tid i luckor av samma slag ÷ ledtiden för alla ärenden tillsammans',
    },
    rework: {
      name: 'Omarbete',
      text: 'Ärenden där minst ett steg görs mer än en gång. Tiden är den som går från ett steg till dess att samma steg görs igen.',
      formula: 'ärenden med upprepat steg ÷ alla ärenden',
    },
    handover: {
      name: 'Överlämningar',
      text: 'Två händelser i följd som görs av olika personer. Personer räknas men nämns aldrig. Händelser utan person och, om inte ”alla” är valt, systemanvändare räknas inte.',
      formula: 'antal par av grannar med olika person',
    },
    unit_handover: {
      name: 'Byte av enhet',
      text: 'Två händelser i följd som görs på olika enheter.',
      formula: 'antal par av grannar med olika enhet',
    },
    ping_pong: {
      name: 'Pingpong',
      text: 'Ärendet går från en enhet till en annan och direkt tillbaka igen. Tiden är den som går från det att enheten lämnade det till det att den har det igen.',
      formula: 'enhet x, sedan y, sedan x, där y ≠ x',
    },
    batch: {
      name: 'Satsvis arbete',
      text: 'Samma steg gjort av samma person inom samma minut i minst tre ärenden. Tyder på att ärenden samlas på hög.',
      formula: 'händelser i satser ÷ alla händelser',
    },
    after_hours: {
      name: 'Utanför kontorstid',
      text: 'Händelser på helger och helgdagar samt före kl. 07 och från kl. 18 övriga dagar, svensk tid. Bara människors händelser, om inte ”alla” är valt.',
      formula: 'händelser utanför kontorstid ÷ alla händelser',
    },
    variants: {
      name: 'Vägar',
      text: 'Ärenden med samma följd av steg går samma väg. Få vägar som täcker de flesta ärenden tyder på ett enhetligt arbetssätt.',
      formula: 'antal olika följder av steg',
    },
    months: {
      name: 'Månad för månad',
      text: 'Ärenden som började, slutade och pågick per kalendermånad (UTC), och medianen av ledtiden för dem som slutade i månaden.',
      formula: '',
    },
    process_map: {
      name: 'Processkarta',
      text: 'Vilket steg som följer direkt på vilket, hur ofta och efter hur lång tid. Händelser ordnas efter tid; lika tider behåller ordningen i källan. Medianen av ett jämnt antal är medelvärdet av de två mittersta; p90 interpoleras.',
      formula: 'tid mellan två händelser i följd i samma ärende',
    },
    time_to_registration: {
      name: 'Tid till registrering',
      text: 'Tiden från att ärendet kom in till att det registrerades. Ärenden där registreringen ligger före är utelämnade.',
      formula: 'första Registrering − första Inkommet, median',
    },
    late_registration: {
      name: 'Registrerade för sent',
      text: 'Ärenden som registrerades senare än nästa arbetsdag efter att de kom in.',
      formula: 'för sena ÷ alla registrerade',
    },
    time_to_handling: {
      name: 'Tid till handläggning',
      text: 'Tiden från att ärendet kom in till att någon började handlägga det.',
      formula: 'första handläggning − första Inkommet, median',
    },
    time_to_decision: {
      name: 'Tid till beslut',
      text: 'Tiden från att ärendet kom in till beslut.',
      formula: 'första Beslut − första Inkommet, median',
    },
    decision_to_dispatch: {
      name: 'Beslut till expediering',
      text: 'Tiden från beslut till att beslutet skickades.',
      formula: 'första Expediering efter beslut − Beslut, median',
    },
    dispatch_to_close: {
      name: 'Expediering till avslut',
      text: 'Tiden från att beslutet skickades till att ärendet avslutades i diariet.',
      formula: 'Avslut − Expediering, median',
    },
    complete_at_submission: {
      name: 'Kompletta vid ansökan',
      text: 'Ärenden där ingen komplettering begärdes. En låg andel tyder på att formuläret eller vägledningen brister.',
      formula: '1 − ärenden med begärd komplettering ÷ alla ärenden',
    },
    supplement_more_than_once: {
      name: 'Kompletterade mer än en gång',
      text: 'Ärenden där komplettering begärdes minst två gånger.',
      formula: 'ärenden med minst två begäranden ÷ alla ärenden',
    },
    supplement_wait: {
      name: 'Väntan på komplettering',
      text: 'Tiden från att en komplettering begärdes till att den kom in, per runda.',
      formula: 'Inkommen komplettering − Begärd komplettering, median',
    },
    referral_wait: {
      name: 'Väntan på remissvar',
      text: 'Tiden från att en remiss skickades till att svaret kom.',
      formula: 'Remissvar − Remiss, median',
    },
    bounce: {
      name: 'Fel dörr',
      text: 'Ärenden som passerade fler än en enhet innan handläggningen började.',
      formula: 'ärenden med flera enheter före handläggning ÷ alla ärenden',
    },
    digital_intake: {
      name: 'Digitalt inkomna',
      text: 'Ärenden som kom in genom e-tjänst, e-post, säker digital väg eller från ett annat system.',
      formula: 'digitalt inkomna ÷ alla ärenden',
    },
    waiting_applicant: {
      name: 'Väntan på sökanden',
      text: 'Tiden efter att en komplettering eller ett yttrande begärts av parten, till dess att det kommer eller ärendet avgörs.',
      formula: 'denna tid ÷ ledtiden, alla ärenden tillsammans',
    },
    waiting_other_body: {
      name: 'Väntan på annan myndighet',
      text: 'Tiden efter att en remiss skickats till dess att svaret kommer eller ärendet avgörs.',
      formula: 'denna tid ÷ ledtiden, alla ärenden tillsammans',
    },
    waiting_queue: {
      name: 'Kö',
      text: 'Tiden då ärendet är klart att arbeta med men ingen har tagit vid: före handläggning, granskning, förslag eller beslut.',
      formula: 'denna tid ÷ ledtiden, alla ärenden tillsammans',
    },
    slow_edge: {
      name: 'Långsamt steg',
      text: 'Tiden mellan två steg som följer direkt på varandra, i alla ärenden tillsammans. Här visas det par som tar mest tid.',
      formula: 'summan av tiden mellan stegen ÷ ledtiden, alla ärenden tillsammans',
    },
    slow_dispatch: {
      name: 'Sen expediering',
      text: 'Tiden från beslut till att beslutet skickades.',
      formula: 'denna tid ÷ ledtiden, alla ärenden tillsammans',
    },
    slow_closing: {
      name: 'Sent avslut',
      text: 'Tiden från att beslutet skickades till att ärendet avslutades.',
      formula: 'denna tid ÷ ledtiden, alla ärenden tillsammans',
    },
    slow_registration: {
      name: 'Sen registrering',
      text: 'Tiden från att ärendet kom in till att det registrerades.',
      formula: 'denna tid ÷ ledtiden, alla ärenden tillsammans',
    },
  },
  {
    lead_time: {
      name: 'Lead time',
      text: 'The time from the first event of a case to its last. A case still under way counts with the time between its events so far.',
      formula: 'last event − first event',
    },
    business_time: {
      name: 'Lead time in business hours',
      text: 'The part of the lead time that falls in business hours, by the calendar named.',
      formula: 'lead time, only hours of the calendar',
    },
    events_per_case: { name: 'Events per case', text: 'How many events a case has.', formula: '' },
    waiting_split: {
      name: 'Waiting',
      text: 'Lead time by who waits for whom: for the applicant after a request for a supplement or a communication, for another body after a referral, in a queue until somebody takes the case up. What no rule explains is unknown and never called work.',
      formula: 'time in gaps of one kind ÷ lead time of all cases together',
    },
    rework: {
      name: 'Rework',
      text: 'Cases in which at least one step is done more than once. The time is that from a step until the same step is done again.',
      formula: 'cases with a repeated step ÷ all cases',
    },
    handover: {
      name: 'Handovers',
      text: 'Two events in a row done by different people. People are counted, never named. Events without a person and, unless “everybody” is chosen, system users are left out.',
      formula: 'number of neighbours with different people',
    },
    unit_handover: {
      name: 'Change of unit',
      text: 'Two events in a row done at different units.',
      formula: 'number of neighbours with different units',
    },
    ping_pong: {
      name: 'Ping-pong',
      text: 'The case goes from one unit to another and straight back again. The time is that from when the unit let it go until it has it again.',
      formula: 'unit x, then y, then x, where y ≠ x',
    },
    batch: {
      name: 'Work in batches',
      text: 'The same step done by the same person within the same minute in at least three cases. A sign that cases are piled up.',
      formula: 'events in batches ÷ all events',
    },
    after_hours: {
      name: 'Outside office hours',
      text: 'Events on weekends and holidays, and before 07:00 and from 18:00 on other days, Swedish time. Only those of people, unless “everybody” is chosen.',
      formula: 'events outside office hours ÷ all events',
    },
    variants: {
      name: 'Paths',
      text: 'Cases with the same sequence of steps take the same path. Few paths that cover most cases are a sign of a uniform way of working.',
      formula: 'number of different sequences of steps',
    },
    months: {
      name: 'Month by month',
      text: 'Cases that started, ended and were in progress by calendar month (UTC), and the median lead time of those that ended in it.',
      formula: '',
    },
    process_map: {
      name: 'Process map',
      text: 'Which step comes straight after which, how often and after how long. Events are ordered by time; equal times keep the order of the source. The median of an even number is the mean of the two in the middle; p90 interpolates.',
      formula: 'time between two events in a row of the same case',
    },
    time_to_registration: {
      name: 'Time to registration',
      text: 'The time from when the case came in until it was registered. Cases registered before that are left out.',
      formula: 'first Registration − first Received, median',
    },
    late_registration: {
      name: 'Registered too late',
      text: 'Cases registered later than the next working day after they came in.',
      formula: 'late ÷ all registered',
    },
    time_to_handling: {
      name: 'Time to handling',
      text: 'The time from when the case came in until somebody started to handle it.',
      formula: 'first handling − first Received, median',
    },
    time_to_decision: {
      name: 'Time to decision',
      text: 'The time from when the case came in to the decision.',
      formula: 'first Decision − first Received, median',
    },
    decision_to_dispatch: {
      name: 'Decision to dispatch',
      text: 'The time from the decision until it was sent.',
      formula: 'first Dispatch after the decision − Decision, median',
    },
    dispatch_to_close: {
      name: 'Dispatch to closing',
      text: 'The time from when the decision was sent until the case was closed in the register.',
      formula: 'Closure − Dispatch, median',
    },
    complete_at_submission: {
      name: 'Complete at submission',
      text: 'Cases in which no supplement was requested. A low share is a sign that the form or the guidance falls short.',
      formula: '1 − cases with a requested supplement ÷ all cases',
    },
    supplement_more_than_once: {
      name: 'Supplemented more than once',
      text: 'Cases in which a supplement was requested at least twice.',
      formula: 'cases with at least two requests ÷ all cases',
    },
    supplement_wait: {
      name: 'Wait for a supplement',
      text: 'The time from when a supplement was requested until it came in, by round.',
      formula: 'Supplement received − Supplement requested, median',
    },
    referral_wait: {
      name: 'Wait for a statement',
      text: 'The time from when a referral was sent until the answer came.',
      formula: 'Statement received − Referral, median',
    },
    bounce: {
      name: 'Wrong door',
      text: 'Cases that passed more than one unit before handling began.',
      formula: 'cases with several units before handling ÷ all cases',
    },
    digital_intake: {
      name: 'Received digitally',
      text: 'Cases that came in by e-service, e-mail, a secure digital channel or from another system.',
      formula: 'received digitally ÷ all cases',
    },
    waiting_applicant: {
      name: 'Waiting for the applicant',
      text: 'The time after a supplement or a response was asked of the party, until it comes or the case is decided.',
      formula: 'this time ÷ lead time, all cases together',
    },
    waiting_other_body: {
      name: 'Waiting for another body',
      text: 'The time after a referral was sent until the answer comes or the case is decided.',
      formula: 'this time ÷ lead time, all cases together',
    },
    waiting_queue: {
      name: 'Queue',
      text: 'The time in which a case is ready to be worked on but nobody has taken it up: before handling, review, draft or decision.',
      formula: 'this time ÷ lead time, all cases together',
    },
    slow_edge: {
      name: 'Slow step',
      text: 'The time between two steps that follow straight on each other, all cases together. Shown is the pair that takes the most time.',
      formula: 'sum of the time between the steps ÷ lead time, all cases together',
    },
    slow_dispatch: {
      name: 'Late dispatch',
      text: 'The time from the decision until it was sent.',
      formula: 'this time ÷ lead time, all cases together',
    },
    slow_closing: {
      name: 'Late closing',
      text: 'The time from when the decision was sent until the case was closed.',
      formula: 'this time ÷ lead time, all cases together',
    },
    slow_registration: {
      name: 'Late registration',
      text: 'The time from when the case came in until it was registered.',
      formula: 'this time ÷ lead time, all cases together',
    },
  },
);

export type DefinitionKey = keyof (typeof definitions)['sv'];

/** A definition by its key; keys of later versions of the API are shown as they are. */
export function useDefinition(): (key: string) => { name: string; text: string; formula: string } {
  const { language } = useLanguage();
  return (key) =>
    Object.hasOwn(definitions[language], key) ? definitions[language][key as DefinitionKey] : { name: key, text: key, formula: '' };
}
