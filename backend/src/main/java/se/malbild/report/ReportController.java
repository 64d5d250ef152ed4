// SPDX-License-Identifier: EUPL-1.2
package se.malbild.report;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.authority.Authorities;
import se.malbild.access.authority.Authority;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Callers;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.access.user.Account;
import se.malbild.api.ReportApi;
import se.malbild.api.model.NewReport;
import se.malbild.api.model.ReportChange;
import se.malbild.api.model.ReportFormat;
import se.malbild.api.model.ReportLanguage;
import se.malbild.api.model.ReportPage;
import se.malbild.api.model.ReportSignature;
import se.malbild.improvement.assessed.Acts;
import se.malbild.improvement.assessed.AssessedReading;
import se.malbild.improvement.assessed.Owners;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Cursors;
import se.malbild.platform.web.Download;
import se.malbild.platform.web.Versions;
import se.malbild.report.paper.Printed;
import se.malbild.report.paper.ReportPdf;
import se.malbild.report.paper.ReportWorkbook;

/** Reports: begin, write, sign and read. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class ReportController implements ReportApi {
    private static final int PAGE = 20;

    private final Reports reports;
    private final ReportMapper mapper;
    private final AssessedReading assessments;
    private final Owners people;
    private final Units units;
    private final Acts acts;
    private final Authorities authorities;
    private final Callers callers;

    ReportController(
            Reports reports,
            ReportMapper mapper,
            AssessedReading assessments,
            Owners people,
            Units units,
            Acts acts,
            Authorities authorities,
            Callers callers) {
        this.reports = reports;
        this.mapper = mapper;
        this.assessments = assessments;
        this.people = people;
        this.units = units;
        this.acts = acts;
        this.authorities = authorities;
        this.callers = callers;
    }

    @Override
    public HttpResponse<ReportPage> listReports(
            @Nullable Integer limit, @Nullable String cursor, @Nullable UUID assessment) {
        Caller caller = callers.require();
        int wanted = limit == null ? PAGE : limit;
        List<String> last = Cursors.decode(cursor, 2);
        Reports.After after =
                last == null ? null : new Reports.After(Cursors.instant(last.get(0)), Cursors.uuid(last.get(1)));
        List<Report> found = reports.page(caller, assessment, after, wanted + 1);
        List<Report> shown = found.subList(0, Math.min(wanted, found.size()));
        Map<UUID, Unit> named = units.byId(caller.authorityId());
        Map<UUID, Account> accounts = people(caller, shown);
        Map<UUID, String> titles = assessments.titles(
                caller.authorityId(), shown.stream().map(Report::assessmentId).collect(Collectors.toSet()));
        ReportPage page = new ReportPage(shown.stream()
                .map(each -> ReportMapper.head(
                        each, titles.getOrDefault(each.assessmentId(), "–"), named.get(each.unitId()), accounts))
                .toList());
        if (found.size() > wanted) {
            page.setNext(
                    Cursors.encode(shown.getLast().createdAt(), shown.getLast().id()));
        }
        return HttpResponse.ok(page);
    }

    private Map<UUID, Account> people(Caller caller, List<Report> shown) {
        List<@Nullable UUID> ids = new ArrayList<>();
        shown.forEach(each -> {
            Report.Signature signature = each.signature();
            ids.add(each.createdBy());
            ids.add(signature == null ? null : signature.by());
        });
        return people.named(caller.authorityId(), ids);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Report> createReport(String idempotencyKey, NewReport wanted) {
        UUID id = reports.begin(
                acts.now(callers.require(), Reports.WRITE),
                wanted.getAssessmentId(),
                new Reports.Texts(
                        wanted.getEventLogId(),
                        wanted.getTitle(),
                        wanted.getSummary(),
                        wanted.getProposal(),
                        ReportMapper.sections(wanted.getSections())));
        se.malbild.api.model.Report made = read(id);
        return HttpResponse.created(made)
                .header("ETag", Versions.etag(made.getVersion()))
                .header("Location", "/api/v1/reports/" + id);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Report> getReport(UUID reportId) {
        return answer(reportId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Report> changeReport(UUID reportId, String ifMatch, ReportChange wanted) {
        reports.change(
                acts.now(callers.require(), Reports.WRITE),
                reportId,
                Versions.expected(ifMatch),
                new Reports.Texts(
                        wanted.getEventLogId(),
                        wanted.getTitle(),
                        wanted.getSummary(),
                        wanted.getProposal(),
                        ReportMapper.sections(wanted.getSections())));
        return answer(reportId);
    }

    @Override
    public HttpResponse<se.malbild.api.model.Report> signReport(
            UUID reportId, String idempotencyKey, String ifMatch, ReportSignature wanted) {
        reports.sign(
                acts.now(callers.require(), Reports.SIGN),
                reportId,
                Versions.expected(ifMatch),
                wanted.getContentHash());
        return answer(reportId);
    }

    @Override
    public HttpResponse<FileCustomizableResponseType> exportReport(
            UUID reportId, @Nullable ReportFormat format, @Nullable ReportLanguage language) {
        Caller caller = callers.require();
        Locale locale = Locale.of(language == null ? "sv" : language.getValue());
        Printed printed = printed(caller, reports.get(caller, reportId), locale);
        boolean workbook = format == ReportFormat.XLSX;
        byte[] file = workbook ? ReportWorkbook.write(printed) : ReportPdf.write(printed);
        return Download.of(
                file,
                MediaType.APPLICATION_OCTET_STREAM_TYPE,
                "malbild-%s.%s".formatted(reportId, workbook ? "xlsx" : "pdf"));
    }

    private Printed printed(Caller caller, Reports.Read read, Locale locale) {
        Report report = read.report();
        Authority authority = authorities.get(caller.authorityId());
        Report.Signature signature = report.signature();
        Account signer =
                signature == null ? null : people(caller, List.of(report)).get(signature.by());
        String title = signer == null || signer.title() == null ? "" : ", " + signer.title();
        return new Printed(
                locale,
                locale.getLanguage().equals("en") && authority.nameEn() != null
                        ? authority.nameEn()
                        : authority.nameSv(),
                report.title(),
                report.summary(),
                report.proposal(),
                report.sections(),
                report.createdAt(),
                signature == null ? null : (signer == null ? "–" : signer.displayName() + title),
                signature == null ? null : signature.at(),
                read.hash(),
                read.content());
    }

    private se.malbild.api.model.Report read(UUID id) {
        Caller caller = callers.require();
        Reports.Read read = reports.get(caller, id);
        return mapper.report(read, people(caller, List.of(read.report())));
    }

    private HttpResponse<se.malbild.api.model.Report> answer(UUID id) {
        se.malbild.api.model.Report report = read(id);
        return HttpResponse.ok(report).header("ETag", Versions.etag(report.getVersion()));
    }
}
