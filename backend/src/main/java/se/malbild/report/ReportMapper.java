// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;
import se.malbild.api.model.ReportContent;
import se.malbild.api.model.ReportHead;
import se.malbild.api.model.ReportSectionText;
import se.malbild.api.model.ReportSectionWords;
import se.malbild.improvement.assessed.AssessedMapper;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/** Reports ↔ the contract's. The contents are kept in the contract's own JSON, so they are read as it. */
@Singleton
class ReportMapper {
    private final ObjectMapper json;

    ReportMapper(ObjectMapper json) {
        this.json = json;
    }

    se.malbild.api.model.Report report(Reports.Read read, Map<UUID, Account> people) {
        Report report = read.report();
        se.malbild.api.model.Report mapped = new se.malbild.api.model.Report(
                report.id(),
                report.title(),
                report.state().code(),
                report.assessmentId(),
                AssessedMapper.person(people, report.createdBy()),
                AccessMapper.time(report.createdAt()),
                report.version(),
                read.hash(),
                content(read),
                read.maySign(),
                read.mayWrite());
        mapped.setSummary(report.summary());
        mapped.setProposal(report.proposal());
        mapped.setSections(report.sections().entrySet().stream()
                .map(each -> new ReportSectionWords(each.getKey(), each.getValue()))
                .toList());
        mapped.setEventLogId(report.eventLogId());
        Report.Signature signature = report.signature();
        if (signature != null) {
            mapped.setSignedBy(AssessedMapper.person(people, signature.by()));
            mapped.setSignedAt(AccessMapper.time(signature.at()));
        }
        return mapped;
    }

    private ReportContent content(Reports.Read read) {
        try {
            return json.readValue(Sealed.json(read.content()), ReportContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts by section; 422 where a section is named twice. */
    static Map<String, String> sections(@Nullable List<ReportSectionText> wanted) {
        Map<String, String> sections = new TreeMap<>();
        List<FieldFault> faults = new ArrayList<>();
        for (ReportSectionText each : wanted == null ? List.<ReportSectionText>of() : wanted) {
            if (sections.putIfAbsent(each.getSection().getValue(), each.getText()) != null) {
                faults.add(
                        FieldFault.of("/sections", "repeated", "Ett avsnitt har en text.", "A section has one text."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults);
        }
        return sections;
    }

    static ReportHead head(Report report, String assessmentTitle, @Nullable Unit unit, Map<UUID, Account> people) {
        ReportHead mapped = new ReportHead(
                report.id(),
                report.title(),
                report.state().code(),
                report.assessmentId(),
                assessmentTitle,
                report.unitId(),
                unit == null ? Map.of("sv", "–") : AssessedMapper.unitName(unit),
                AssessedMapper.person(people, report.createdBy()),
                AccessMapper.time(report.createdAt()),
                report.version());
        Report.Signature signature = report.signature();
        if (signature != null) {
            mapped.setSignedBy(AssessedMapper.person(people, signature.by()));
            mapped.setSignedAt(AccessMapper.time(signature.at()));
        }
        return mapped;
    }
}
