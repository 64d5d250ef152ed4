// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.malbild.friction.log.EventClass;

/** Guesses the class of an activity by its name, Swedish or English; a person confirms. The first rule that fits decides. */
public final class ClassSuggestion {
    private record Rule(Pattern name, EventClass suggested) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    "(komplettering|supplement|additional information|missing (information|documents?)).*(inkom|mottag|received|return|svar|in\\b)|"
                            + "(inkom|mottag|received?).*(komplettering|supplement)",
                    EventClass.INFO_RECEIVED),
            rule(
                    "komplettering|supplement|request.*(information|documents?|data)|begär.*uppgift|föreläggande om",
                    EventClass.REQUEST_INFO),
            rule(
                    "(yttrande|remissvar|statement|advice|opinion).*(inkom|mottag|received|return)|(inkom|mottag|received?).*(yttrande|remissvar|statement|advice)|remissvar",
                    EventClass.STATEMENT_RECEIVED),
            rule(
                    "remiss|referral|\\brefer\\b|send.*(advice|opinion)|(extern|external) advice|inquir",
                    EventClass.REFER),
            rule(
                    "(svar|response|bemötande).*(kommunicering|part|inkom|received)|bemötande|hearing held",
                    EventClass.RESPONSE_RECEIVED),
            rule("kommunicer|communicat(e|ion) (sent|to|with)|notify part", EventClass.COMMUNICATE),
            rule(
                    "överklag.*(inkom|mottag)|(inkom|mottag).*överklag|appeal.*(received|lodged)|(insert|receive) .*appeal",
                    EventClass.APPEAL_RECEIVED),
            rule(
                    "(överlämna|vidarebefordra|send|forward|notify).*(överklag|appeal)|(överklag|appeal).*(överlämna|vidare|forward|sent)",
                    EventClass.APPEAL_FORWARDED),
            rule("återuppta|återöppna|re-?open|reinstat", EventClass.REOPEN),
            rule(
                    "statusfråg|status (question|enquir|inquir)|påminnelse från|fråga om status",
                    EventClass.STATUS_QUESTION),
            rule(
                    "omfördel|överlämn|handover|hand over|handed over|reassign|transfer(red)? to|byt(e|er) (av )?handläggare",
                    EventClass.HANDOVER),
            rule("fördela|tilldela|allocat|\\bassign|dispatch to unit|lottning", EventClass.ALLOCATE),
            rule("(e-?sign|digital.* sign|elektronisk.* underskr)|digital underskrift", EventClass.SIGN_DIGITAL),
            rule("underskrift|underteckna|\\bsign(ed|ing|ature)?\\b", EventClass.SIGN_PAPER),
            rule("skann|\\bscan", EventClass.SCAN),
            rule(
                    "(print|skriv ut|utskrift).*(send|skicka|post)|posta|utgående post|by post|mail(ed|ing)? (letter|out)",
                    EventClass.POST_OUT),
            rule("utskrift|skriv ut|\\bprint", EventClass.PRINT),
            rule("inkommande post|inkommen post|incoming mail|post in\\b", EventClass.POST_IN),
            rule("återinmat|dubbelinmat|re-?entry|re-?enter|retype", EventClass.REENTRY),
            rule(
                    "(expedier|skicka|send|sent|dispatch|notif|meddela|deliver).*(post|brev|letter|mail(?!.*e-?mail))",
                    EventClass.DISPATCH_POST),
            rule(
                    "expedier|(skicka|send|sent|dispatch|publi[cs]|meddela|notify).*(beslut|decision|result|outcome|permit)|"
                            + "(beslut|decision|permit).*(skicka|sent|dispatch|publi[cs]|delivered)",
                    EventClass.DISPATCH_DIGITAL),
            rule(
                    "avslut|stäng|\\bclos(e|ed|ing|ure)\\b|arkiver|archiv|\\bend(ed)? case|finali[sz]e|case (completed|finished)",
                    EventClass.CLOSE),
            rule(
                    "beslutsförslag|förslag till beslut|utkast|\\bdraft|propos(e|al)|prepare decision|draw up",
                    EventClass.DRAFT),
            rule(
                    "gransk|kontroll|\\breview|\\bcheck|\\bverif|\\bexamine|\\binspect|\\bassess|prövning",
                    EventClass.REVIEW),
            rule(
                    "beslut|\\bdecid|\\bdecision|\\bapprov|\\breject|\\bgrant(ed)?\\b|avslag|bifall|final (ruling|judgement)|\\bfinal approved",
                    EventClass.DECIDE),
            rule("registrer|diarie|\\bregist|create case|case created|enter(ed)? (in|case)", EventClass.REGISTER),
            rule(
                    "inkom|mottag|ansökan|anmälan in|confirmation of receipt|\\breceiv|\\breceipt|\\bsubmi|\\bapplication|\\bcreate fine|request created",
                    EventClass.RECEIVE),
            rule(
                    "handlägg|utred|bearbet|bered|\\bhandl|\\bprocess|\\bdetermine|\\bcreate|\\bwork|\\breport|\\binvestigat|\\bcalculat",
                    EventClass.WORK));

    private ClassSuggestion() {}

    private static Rule rule(String pattern, EventClass suggested) {
        return new Rule(Pattern.compile(pattern), suggested);
    }

    /** A guess, if any rule fits. */
    public static Optional<EventClass> of(String activity) {
        String name = activity.length() > 300 ? activity.substring(0, 300) : activity;
        Optional<EventClass> own = Optional.ofNullable(OwnClasses.of(name, null));
        String lower = name.toLowerCase(Locale.ROOT);
        return own.or(() -> EventClass.of(lower))
                .or(() -> RULES.stream()
                        .filter(rule -> rule.name().matcher(lower).find())
                        .findFirst()
                        .map(Rule::suggested));
    }
}
