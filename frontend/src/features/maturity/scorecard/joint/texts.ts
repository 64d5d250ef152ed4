// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '@/shared/i18n/texts';

/** Words of joint placements. */
export const jointTexts = defineTexts(
  {
    title: 'Gemensam placering',
    placedOn: (day: string, who: string) => `Sagt ${day}, inskrivet av ${who}.`,
    earlier: (count: number) => `Tidigare placeringar (${count})`,
    notPlaced: 'Inte placerad än.',
    write: 'Skriv in placering',
    writeNew: 'Skriv in ny placering',
    dialog: (group: string, code: string) => `${group} om ${code}`,
    what: 'Skriv in den nivå som gruppen har sagt gemensamt i rummet. En senare placering ersätter den här, men skriver aldrig över den.',
    level: 'Vilken mening valde gruppen?',
    giveLevel: 'Välj den nivå som gruppen sade.',
    day: 'Vilken dag sades det?',
    giveDay: 'Skriv dagen, i dag eller tidigare.',
    save: 'Skriv in',
    saved: (group: string, level: number, code: string) => `${group} är placerad på nivå ${level} i ${code}.`,
    noteDefinition:
      'En grupp med två till fyra personer är för liten för en enkät vars svar får visas. Den säger i stället en nivå gemensamt och öppet i rummet. Ingen statistik görs av den: ingen samsyn, inget intervall och ingen jämförelse mellan grupper.',
  },
  {
    title: 'Joint placement',
    placedOn: (day: string, who: string) => `Said on ${day}, written down by ${who}.`,
    earlier: (count: number) => `Earlier placements (${count})`,
    notPlaced: 'Not placed yet.',
    write: 'Write down placement',
    writeNew: 'Write down a new placement',
    dialog: (group: string, code: string) => `${group} on ${code}`,
    what: 'Write down the level the group gave together in the room. A later placement supersedes this one but never overwrites it.',
    level: 'Which sentence did the group choose?',
    giveLevel: 'Choose the level the group gave.',
    day: 'On which day was it said?',
    giveDay: 'Write the day, today or earlier.',
    save: 'Write down',
    saved: (group: string, level: number, code: string) => `${group} is placed at level ${level} in ${code}.`,
    noteDefinition:
      'A group of two to four people is too small for a survey whose answers may be shown. Instead it gives one level together, openly, in the room. No statistics are made of it: no agreement, no interval and no comparison between groups.',
  },
);
