// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import java.util.List;
import se.malbild.access.AccessMapper;
import se.malbild.access.authority.Authority;
import se.malbild.access.unit.Unit;
import se.malbild.api.model.GroupLink;
import se.malbild.api.model.SurveyAnswers;
import se.malbild.api.model.SurveyQuestions;
import se.malbild.api.model.SurveySession;
import se.malbild.maturity.AssessmentMapper;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.model.MaturityModel;
import se.malbild.maturity.model.ModelMapper;

/** Surveys ↔ the contract's. */
final class SurveyMapper {
    private static final String PAGE = "/survey#";

    private SurveyMapper() {}

    static GroupLink link(RespondentGroup group, String code) {
        return new GroupLink(AssessmentMapper.group(group), code, PAGE + code);
    }

    static SurveySession session(Participation.Session session, Authority authority, Unit unit) {
        SurveySession mapped = new SurveySession(
                session.assessment().name(),
                AccessMapper.text(authority.nameSv(), authority.nameEn()),
                AssessmentMapper.name(unit),
                AssessmentMapper.group(session.group()),
                session.group().label().asMap(),
                session.model().title(),
                session.model().criteria().size(),
                session.personalCode(),
                session.answered());
        mapped.setClosesOn(session.survey().closesOn());
        mapped.setProcess(AssessmentMapper.process(session.assessment(), session.process()));
        return mapped;
    }

    static SurveyQuestions questions(Participation.Session session) {
        MaturityModel model = session.model();
        return new SurveyQuestions(
                ModelMapper.scale(model),
                model.dontKnow(),
                ModelMapper.perspectives(model),
                model.criteria().stream().map(ModelMapper::question).toList(),
                AssessmentMapper.units(session.parts()));
    }

    static List<Participation.Answer> answers(SurveyAnswers sent) {
        return sent.getAnswers().stream()
                .map(each -> new Participation.Answer(
                        each.getCriterion(), each.getLevel(), each.getDontKnow(), each.getComment()))
                .toList();
    }
}
