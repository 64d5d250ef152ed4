// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '@/shared/i18n/texts';

/** Words of invitations and reminders by e-mail. */
export const letterTexts = defineTexts(
  {
    invite: 'Bjud in per e-post',
    inviteTitle: (group: string) => `Bjud in ${group} per e-post`,
    inviteWhat:
      'Var och en får en egen kod i ett brev. Adresserna sparas förseglade tills koden är använd eller enkäten stänger. Ingen kan läsa dem, inte heller du.',
    addresses: 'E-postadresser',
    addressesHint: (left: string) => `Klistra in en lista, högst ${left} till. En per rad, eller med komma emellan.`,
    giveAddresses: 'Klistra in minst en adress.',
    odd: (some: string) => `Det här är inga adresser: ${some}.`,
    tooMany: (left: string) => `Gruppen har plats för ${left} till.`,
    full: 'Alla inbjudna i gruppen har redan fått en kod.',
    doInvite: 'Gör koder',
    invited: (count: string) => `${count} koder är gjorda. Skicka breven när alla grupper är klara.`,
    remind: 'Inbjudan och påminnelse',
    letters: 'Skicka brev',
    lettersWhat:
      'Första gången får alla med adress sin inbjudan. Därefter får de vars kod är oanvänd en påminnelse. Ingen får veta vem eller hur många det är.',
    sent: 'Breven är på väg.',
    copyWhat: 'Text att skicka till hela gruppen, så att ingen pekas ut:',
    text: (name: string, address: string, until: string | undefined) =>
      `Enkäten ”${name}” är öppen.${until ? ` Svara senast ${until}.` : ''} Har du redan svarat behöver du inte göra något.\n\nDu kommer in med din kod eller med gruppens länk: ${address}\n\nIngen kan se vad just du svarar.`,
    copy: 'Kopiera texten',
    copied: 'Texten är kopierad.',
    copyFailed: 'Det gick inte att kopiera. Markera texten och kopiera den själv.',
  },
  {
    invite: 'Invite by e-mail',
    inviteTitle: (group: string) => `Invite ${group} by e-mail`,
    inviteWhat:
      'Each gets a code of their own in a letter. The addresses are kept sealed until the code is used or the survey closes. Nobody can read them, not even you.',
    addresses: 'E-mail addresses',
    addressesHint: (left: string) => `Paste a list, at most ${left} more. One to a line, or with commas between.`,
    giveAddresses: 'Paste at least one address.',
    odd: (some: string) => `These are no addresses: ${some}.`,
    tooMany: (left: string) => `The group has room for ${left} more.`,
    full: 'Everybody invited in the group has got a code already.',
    doInvite: 'Make codes',
    invited: (count: string) => `${count} codes are made. Send the letters when all groups are done.`,
    remind: 'Invitation and reminder',
    letters: 'Send letters',
    lettersWhat:
      'The first time everybody with an address gets the invitation. After that those whose code is unused get a reminder. Nobody learns who or how many they are.',
    sent: 'The letters are on their way.',
    copyWhat: 'A text to send to the whole group, so that nobody is singled out:',
    text: (name: string, address: string, until: string | undefined) =>
      `The survey "${name}" is open.${until ? ` Please answer by ${until}.` : ''} If you have answered already, there is nothing to do.\n\nYou get in by your code or by the link of your group: ${address}\n\nNobody can see what you answer.`,
    copy: 'Copy the text',
    copied: 'The text is copied.',
    copyFailed: 'It could not be copied. Select the text and copy it yourself.',
  },
);
