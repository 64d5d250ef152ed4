// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.platform.contract.Contract;
import se.malbild.platform.contract.ContractOperation;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.TestService;

/** Everything the contract lets somebody ask, about a case that somebody else has: made from the contract, so that a new operation is asked too. */
final class LeakProbes {
    private static final Contract CONTRACT = TestService.bean(Contract.class);
    /** Differ from one answer to the next whatever is asked. */
    private static final Set<String> OWN_TO_EACH_ANSWER =
            Set.of("expires", "date", "content-length", "x-trace-id", "traceparent");

    private final Map<String, List<String>> values;
    private final JsonNode bundle;

    /**
     * What is asked about.
     *
     * @param caseKey its key in the log of own cases
     * @param number its registration number
     */
    record Subject(String caseId, String recordId, String decisionId, String caseKey, String number) {
        /** One that does not exist. */
        static Subject unknown(String number) {
            return new Subject(
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    "99999",
                    number);
        }

        String scrubbed(String text) {
            return text.replace("/cases/" + caseKey, "/cases/«key»")
                    .replace(caseId, "«case»")
                    .replace(recordId, "«record»")
                    .replace(decisionId, "«decision»");
        }
    }

    /** @param values what to put into parameters, by name */
    LeakProbes(Map<String, List<String>> values) {
        this.values = values;
        try {
            this.bundle = new ObjectMapper().readTree(CONTRACT.bundle());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What every reading operation answers, by what was asked; the identities of the subject are taken out. */
    Map<String, String> readings(Api reader, Subject subject) {
        Map<String, String> told = new TreeMap<>();
        operations("GET")
                .forEach(operation -> paths(operation, subject).forEach(path -> {
                    Answer answer = reader.get(path);
                    told.put(subject.scrubbed(path), subject.scrubbed(written(answer)));
                    String cursor = answer.text("/nextCursor");
                    if (!cursor.isEmpty() && !cursor.equals("null")) {
                        String next = path + (path.contains("?") ? "&" : "?") + "cursor=" + encoded(cursor);
                        told.put(subject.scrubbed(path) + " (next page)", subject.scrubbed(written(reader.get(next))));
                    }
                }));
        return told;
    }

    /** What every writing operation on a case answers, with the body of the contract's own example. */
    Map<String, String> writings(Api writer, Subject subject) {
        Map<String, String> told = new TreeMap<>();
        Stream.of("POST", "PUT", "PATCH", "DELETE")
                .flatMap(this::operations)
                .filter(operation -> operation.path().contains("{caseId}"))
                .forEach(operation -> paths(operation, subject).stream()
                        .filter(path -> path.contains(subject.caseId()))
                        .forEach(path -> {
                            Answer answer = writer.with("If-Match", "\"1\"")
                                    .with("Idempotency-Key", UUID.randomUUID().toString())
                                    .send(operation.method(), path, example(operation));
                            told.put(
                                    operation.method() + " " + subject.scrubbed(path),
                                    subject.scrubbed(written(answer)));
                        }));
        return told;
    }

    /** What a search whose question stands in the body answers. */
    Map<String, String> searches(Api reader, String path, List<Map<String, Object>> questions) {
        Map<String, String> told = new TreeMap<>();
        questions.forEach(
                each -> told.put("POST " + path + " " + new TreeMap<>(each), written(reader.post(path, each))));
        return told;
    }

    private Stream<ContractOperation> operations(String method) {
        return CONTRACT.operations().stream()
                .filter(each -> each.method().equals(method) && !each.forParticipants())
                .sorted(java.util.Comparator.comparing(ContractOperation::operationId));
    }

    /** The paths of an operation with every fitting value in its place, then with each value of each question by itself. */
    private List<String> paths(ContractOperation operation, Subject subject) {
        List<String> bare = List.of(operation.path());
        for (String name : operation.path().split("[{}]")) {
            if (operation.path().contains("{" + name + "}")) {
                List<String> grown = new ArrayList<>();
                for (String path : bare) {
                    of(name, subject).forEach(value -> grown.add(path.replace("{" + name + "}", value)));
                }
                bare = grown;
            }
        }
        List<String> asked = new ArrayList<>(bare);
        operation.parameters().values().stream()
                .filter(each -> each.startsWith("query/") && !each.equals("query/cursor"))
                .map(each -> each.substring("query/".length()))
                .sorted()
                .forEach(name -> {
                    for (String path : operation.path().contains("{")
                            ? withSubjectOrFirst(asked, subject)
                            : List.of(operation.path())) {
                        of(name, subject).forEach(value -> asked.add(path + "?" + name + "=" + encoded(value)));
                    }
                });
        return asked.stream().distinct().toList();
    }

    private static List<String> withSubjectOrFirst(List<String> paths, Subject subject) {
        return paths.stream()
                .filter(path -> !path.contains("?"))
                .filter(path -> path.contains(subject.caseId())
                        || paths.stream().noneMatch(each -> each.contains(subject.caseId())))
                .toList();
    }

    private List<String> of(String parameter, Subject subject) {
        List<String> some = new ArrayList<>(values.getOrDefault(parameter, List.of()));
        switch (parameter) {
            case "caseId" -> some.add(subject.caseId());
            case "caseKey" -> some.add(subject.caseKey());
            case "recordId", "fileId" -> some.add(subject.recordId());
            case "decisionId" -> some.add(subject.decisionId());
            case "query" -> some.add(subject.number());
            default -> {
                if (some.isEmpty() && parameter.endsWith("Id")) {
                    some.add("01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11");
                }
            }
        }
        return some.isEmpty() ? List.of("1") : some;
    }

    private @Nullable String example(ContractOperation operation) {
        JsonNode body = bundle.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(java.util.Locale.ROOT))
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
        return body.isMissingNode() ? null : body.toString();
    }

    private static String written(Answer answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.headers().map().forEach((name, value) -> {
            if (!OWN_TO_EACH_ANSWER.contains(name)) {
                headers.put(name, value);
            }
        });
        // A workbook holds when it was written.
        boolean workbook = String.valueOf(headers.get("content-type")).contains("spreadsheetml");
        return answer.status() + " " + new TreeMap<>(headers) + "\n"
                + (workbook ? "" : answer.text()).replaceAll("\"(traceId|exportedAt)\":\"[^\"]*\"", "\"$1\":…");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
