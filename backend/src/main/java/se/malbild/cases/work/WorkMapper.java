// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.work;

import java.util.Map;
import java.util.UUID;
import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.api.model.CaseNotice;
import se.malbild.api.model.CaseQueue;
import se.malbild.api.model.OfficerSuggestion;
import se.malbild.api.model.OfficerSuggestionList;
import se.malbild.api.model.RoutingFinding;
import se.malbild.api.model.SavedCaseFilter;
import se.malbild.api.model.UnitLoad;
import se.malbild.cases.CaseFile;
import se.malbild.cases.CaseMapper;

/** Queues and suggestions → the contract's. */
final class WorkMapper {
    private WorkMapper() {}

    static CaseQueue queue(Queues.Named named) {
        Queue queue = named.queue();
        return new CaseQueue(
                queue.unitId(),
                AccessMapper.text(named.unit().nameSv(), named.unit().nameEn()),
                queue.caseTypeKey(),
                named.type().asMap(),
                queue.count(),
                queue.exact(),
                queue.overdue(),
                queue.oldestArrival());
    }

    static UnitLoad load(UnitLoads.PersonLoad each) {
        UnitLoad mapped = new UnitLoad(
                AccessMapper.userRef(
                        each.account().id(),
                        each.account().displayName(),
                        each.account().title()),
                each.load().cases(),
                each.overdue(),
                each.load().weight(),
                each.competences());
        mapped.setAbsentUntil(each.absentUntil());
        return mapped;
    }

    static CaseNotice notice(NoticeBoard.Shown shown, Map<UUID, Account> people) {
        NoticeRepository.Notice notice = shown.notice();
        CaseFile file = shown.file();
        CaseNotice mapped = new CaseNotice(
                notice.id(),
                file.id(),
                file.number().display(),
                shown.numberOnly() ? "" : file.subject(),
                AccessMapper.time(notice.createdAt()));
        mapped.setOpeningId(notice.openingId());
        mapped.setReviewOverdue(notice.reviewOverdue() ? true : null);
        mapped.setText(notice.text());
        UUID from = notice.fromId();
        mapped.setFrom(from == null ? null : CaseMapper.person(people, from));
        mapped.setDueDate(notice.due());
        UUID principal = notice.onBehalfOf();
        mapped.setOnBehalfOf(principal == null ? null : CaseMapper.person(people, principal));
        return mapped;
    }

    static SavedCaseFilter filter(SavedFilterRepository.SavedFilter filter) {
        return new SavedCaseFilter(filter.id(), filter.name(), filter.search());
    }

    static OfficerSuggestionList suggestions(Suggestions.Answer answer) {
        RoutingFinding rule = new RoutingFinding(
                answer.rule().known(), answer.rule().explanation().asMap());
        rule.setCompetence(answer.rule().competence());
        return new OfficerSuggestionList(
                rule, answer.people().stream().map(WorkMapper::suggestion).toList());
    }

    private static OfficerSuggestion suggestion(Suggestions.Suggested each) {
        OfficerSuggestion mapped = new OfficerSuggestion(
                AccessMapper.userRef(
                        each.account().id(),
                        each.account().displayName(),
                        each.account().title()),
                each.competent(),
                each.load().weight(),
                each.load().cases(),
                each.explanation().asMap());
        mapped.setAbsentUntil(each.absentUntil());
        return mapped;
    }
}
