// SPDX-License-Identifier: EUPL-1.2
// The groups of an assessment as they are being written: how many of the fixed ones, and groups of one's own.
import type { Assessment } from '@/api';
import type { Fault } from '@/shared/form';
import { FIXED_GROUPS, type Words } from '../words';
import type { texts } from './texts';

/** The fewest people in a group that answers; with fewer, nothing it says could ever be shown (SCORING §4). */
export const SMALLEST_GROUP = 5;
/** The fewest that can place themselves together. */
const SMALLEST_JOINT = 2;
const LONGEST_CODE = 20;

/** A group of one's own; `code` where it has one already. */
export type OwnGroup = { key: string; code: string; sv: string; en: string; invited: string; joint: boolean };

/** All groups as they are written: numbers of the fixed ones by code, `joint` those of them that are placed jointly. */
export type GroupPlan = { invited: Record<string, string>; joint: readonly string[]; own: readonly OwnGroup[] };

export const emptyGroups: GroupPlan = {
  invited: { ledning: '', chefer: '', handlaggare: '', administration: '' },
  joint: [],
  own: [],
};

/** Whether a number typed is of a group that can only be placed jointly. */
export const isSmall = (invited: string) => {
  const count = Number(invited);
  return invited.trim() !== '' && Number.isInteger(count) && count >= SMALLEST_JOINT && count < SMALLEST_GROUP;
};

/** A code made of a name: small letters and figures, not taken by any other group. */
export function codeOf(name: string, taken: readonly string[]): string {
  const plain = name
    .toLocaleLowerCase('sv')
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const stem = (plain.length < 2 ? `grupp-${plain}` : plain).replace(/-+$/, '');
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const code = `${stem.slice(0, LONGEST_CODE - end.length).replace(/-+$/, '')}${end}`;
    if (!taken.includes(code)) return code;
  }
}

/** The groups as they are sent: fixed ones with a number, then one's own. */
export function sentGroups(plan: GroupPlan) {
  const fixed = FIXED_GROUPS.filter((group) => (plan.invited[group] ?? '').trim() !== '').map((group) => ({
    group: group as string,
    invited: Number(plan.invited[group]),
    ...(plan.joint.includes(group) && isSmall(plan.invited[group] ?? '') ? { joint: true } : {}),
  }));
  const taken: string[] = [...FIXED_GROUPS, 'gemensam', ...plan.own.map(({ code }) => code)];
  const own = plan.own.map(({ code, sv, en, invited, joint }) => {
    const group = code || codeOf(sv.trim(), taken);
    taken.push(group);
    return {
      group,
      name: { sv: sv.trim(), en: en.trim() || sv.trim() },
      invited: Number(invited),
      ...(joint && isSmall(invited) ? { joint: true } : {}),
    };
  });
  return [...fixed, ...own];
}

/** Faults of the groups; pointers are those of what is sent. */
export function groupFaults(plan: GroupPlan, t: (typeof texts)['sv'], words: Words): Fault[] {
  const groups = sentGroups(plan);
  if (groups.length === 0) return [{ pointer: '/groups', message: t.giveGroups }];
  return groups.flatMap((sent, at) => {
    const own = 'name' in sent ? (sent.name as { sv: string }) : undefined;
    const faults: Fault[] = [];
    if (own && !own.sv) faults.push({ pointer: `/groups/${at}/name`, message: t.giveOwnName });
    if (!Number.isInteger(sent.invited) || (sent.invited < SMALLEST_GROUP && !sent.joint)) {
      faults.push({ pointer: `/groups/${at}/invited`, message: t.giveInvited(own ? own.sv || t.ownGroup('') : words.group(sent.group)) });
    }
    return faults;
  });
}

/** The groups of an assessment as the form holds them. */
export function groupPlanOf(assessment: Assessment): GroupPlan {
  const isFixed = (group: string) => FIXED_GROUPS.some((one) => one === group);
  return {
    invited: {
      ...emptyGroups.invited,
      ...Object.fromEntries(assessment.groups.filter(({ group }) => isFixed(group)).map(({ group, invited }) => [group, String(invited)])),
    },
    joint: assessment.groups.filter(({ group, joint }) => isFixed(group) && joint).map(({ group }) => group),
    own: assessment.groups
      .filter(({ group }) => !isFixed(group))
      .map(({ group, name, invited, joint }) => ({
        key: group,
        code: group,
        sv: name.sv ?? '',
        en: name.en ?? '',
        invited: String(invited),
        joint: joint ?? false,
      })),
  };
}
