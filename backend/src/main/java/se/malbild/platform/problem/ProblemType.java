// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.problem;

import se.malbild.platform.Text;

/** The kinds of problem (RFC 9457 {@code type}). The code is part of a stable URI: it is never changed or reused. */
public enum ProblemType {
    INVALID_INPUT(
            400,
            "invalid-input",
            "Det finns fel i uppgifterna",
            "There are faults in the input",
            "Uppgifterna gick inte att läsa eller har fel form. Rätta det som listan pekar ut och skicka igen.",
            "The input could not be read or has the wrong form. Correct what the list points at and send it again."),
    NOT_SIGNED_IN(
            401,
            "not-signed-in",
            "Du behöver logga in",
            "You need to sign in",
            "Ingen är inloggad, eller inloggningen har gått ut. Logga in och försök igen.",
            "Nobody is signed in, or the session has ended. Sign in and try again."),
    WRONG_CREDENTIALS(
            401,
            "wrong-credentials",
            "Fel namn eller lösenord",
            "Wrong name or password",
            "Namnet och lösenordet hör inte ihop, eller kontot är stängt. Kontrollera båda.",
            "The name and the password do not belong together, or the account is closed. Check both."),
    NOT_PERMITTED(
            403,
            "not-permitted",
            "Din roll tillåter inte detta",
            "Your role does not allow this",
            "Det krävs en annan roll. Be administratören om den om du behöver den i arbetet.",
            "Another role is needed. Ask the administrator for it if your work requires it."),
    PASSWORD_CHANGE_REQUIRED(
            403,
            "password-change-required",
            "Byt lösenord först",
            "Change your password first",
            "Engångslösenordet räcker bara för att välja ett eget lösenord.",
            "The one-time password is only good for choosing a password of your own."),
    FOREIGN_ORIGIN(
            403,
            "foreign-origin",
            "Begäran kom från en annan webbplats",
            "The request came from another site",
            "En skrivande begäran med kaka måste komma från samma webbplats. Öppna sidan på nytt.",
            "A writing request with a cookie must come from the same site. Open the page again."),
    STEP_UP_REQUIRED(
            403,
            "step-up-required",
            "Bekräfta med ditt lösenord",
            "Confirm with your password",
            "Att underteckna kräver att du anger lösenordet på nytt. Det gäller sedan i fem minuter.",
            "Signing needs your password again. It then holds for five minutes."),
    NOT_FOUND(
            404,
            "not-found",
            "Det finns inte",
            "It does not exist",
            "Det du söker finns inte, eller så har du inte rätt att veta att det finns.",
            "What you look for does not exist, or you may not know that it does."),
    METHOD_NOT_ALLOWED(
            405,
            "method-not-allowed",
            "Metoden finns inte här",
            "The method does not exist here",
            "Adressen finns men kan inte användas så. Se beskrivningen av gränssnittet.",
            "The address exists but cannot be used like this. See the reference pages."),
    NOT_ACCEPTABLE(
            406,
            "not-acceptable",
            "Formatet finns inte",
            "The format is not available",
            "Svaret finns bara som JSON.",
            "The answer exists as JSON only."),
    CONFLICT(
            409,
            "conflict",
            "Det går inte i nuvarande läge",
            "It cannot be done in the present state",
            "Läget har hunnit ändras. Läs om och försök igen om det fortfarande är rätt.",
            "The state has changed. Read it again and retry if it is still right."),
    QUESTION_CLOSED(
            409,
            "question-closed",
            "Frågan är stängd",
            "The question is closed",
            "Rösten kom efter att frågan stängdes, och ingenting är sparat. Vänta på nästa fråga.",
            "The vote came after the question was closed, and nothing is kept. Wait for the next question."),
    STILL_RUNNING(
            409,
            "still-running",
            "Samma begäran behandlas redan",
            "The same request is already being handled",
            "En begäran med samma Idempotency-Key pågår. Vänta och fråga igen med samma nyckel.",
            "A request with the same Idempotency-Key is under way. Wait and ask again with the same key."),
    STALE_VERSION(
            412,
            "stale-version",
            "Någon annan har ändrat under tiden",
            "Somebody else has changed it meanwhile",
            "Läs den nya versionen, jämför med din och spara igen.",
            "Read the new version, compare it with yours and save again."),
    TOO_LARGE(
            413,
            "too-large",
            "För mycket på en gång",
            "Too much at once",
            "Det som skickades är större än gränsen. Dela upp det eller skicka mindre.",
            "What was sent is over the limit. Split it or send less."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "unsupported-media-type",
            "Formatet tas inte emot",
            "The format is not taken in",
            "Skicka i det format som beskrivningen av gränssnittet anger.",
            "Send it in the format that the reference pages state."),
    RULE_BROKEN(
            422,
            "rule-broken",
            "Det går inte enligt reglerna",
            "It is against the rules",
            "Uppgifterna går att läsa men bryter mot en regel. Varje bruten regel står i listan.",
            "The input can be read but breaks a rule. Every broken rule is listed."),
    KEY_REUSED(
            422,
            "key-reused",
            "Nyckeln har använts till något annat",
            "The key was used for something else",
            "Samma Idempotency-Key har redan använts med annat innehåll. Ta en ny nyckel.",
            "The same Idempotency-Key was already used with other content. Take a new key."),
    VERSION_REQUIRED(
            428,
            "version-required",
            "Versionen saknas",
            "The version is missing",
            "Läs först och skicka ETag-värdet i If-Match, så att ingens ändring skrivs över.",
            "Read first and send the ETag in If-Match, so that nobody's change is overwritten."),
    TOO_MANY_TRIES(
            429,
            "too-many-tries",
            "För många försök",
            "Too many tries",
            "Vänta så länge som Retry-After anger och försök igen.",
            "Wait as long as Retry-After says and try again."),
    TOO_MANY_REQUESTS(
            429,
            "too-many-requests",
            "För många anrop på kort tid",
            "Too many requests in a short time",
            "Vänta så länge som Retry-After anger. RateLimit-Limit, -Remaining och -Reset i varje svar visar gränsen.",
            "Wait as long as Retry-After says. RateLimit-Limit, -Remaining and -Reset of each answer tell the limit."),
    UNEXPECTED(
            500,
            "unexpected",
            "Något gick fel hos oss",
            "Something went wrong on our side",
            "Felet är loggat. Uppge spårnumret om du hör av dig.",
            "The fault is logged. Quote the trace number if you get in touch."),
    UNAVAILABLE(
            503,
            "unavailable",
            "Tjänsten är tillfälligt otillgänglig",
            "The service is unavailable for the moment",
            "Databasen svarar inte just nu. Inget har gått förlorat. Försök igen om en stund.",
            "The database does not answer right now. Nothing has been lost. Try again in a moment."),
    STORAGE_FULL(
            507,
            "storage-full",
            "Lagringen är full",
            "The storage is full",
            "Filen är inte sparad. Kontakta den som sköter driften.",
            "The file is not saved. Contact those who run the service.");

    private final int status;
    private final String code;
    private final Text title;
    private final Text remedy;

    ProblemType(int status, String code, String titleSv, String titleEn, String remedySv, String remedyEn) {
        this.status = status;
        this.code = code;
        this.title = new Text(titleSv, titleEn);
        this.remedy = new Text(remedySv, remedyEn);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Last part of the URI, e.g. {@code stale-version}. */
    public String code() {
        return code;
    }

    /** Stable URI, relative to the installation. */
    public String uri() {
        return "/problems/" + code;
    }

    /** The kind in words. */
    public Text title() {
        return title;
    }

    /** Cause and what to do. */
    public Text remedy() {
        return remedy;
    }
}
