// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.unit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.AccessMapper;
import se.malbild.access.permission.Callers;
import se.malbild.api.AccessUnitsApi;
import se.malbild.api.model.NewUnit;
import se.malbild.api.model.UnitChange;
import se.malbild.api.model.UnitList;
import se.malbild.platform.idempotency.Idempotent;
import se.malbild.platform.web.Versions;

/** The unit tree. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Idempotent
class AccessUnitsController implements AccessUnitsApi {
    private final Units units;
    private final Callers callers;

    AccessUnitsController(Units units, Callers callers) {
        this.units = units;
        this.callers = callers;
    }

    @Override
    public HttpResponse<UnitList> listUnits(@Nullable Boolean includeEnded) {
        List<Unit> tree = units.tree(callers.require().authorityId(), Boolean.TRUE.equals(includeEnded));
        return HttpResponse.ok(
                new UnitList(tree.stream().map(AccessMapper::unit).toList()));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Unit> getUnit(UUID unitId) {
        return answer(units.get(callers.require().authorityId(), unitId));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Unit> createUnit(String idempotencyKey, NewUnit wanted) {
        Unit made = units.create(
                callers.require(),
                wanted.getParentId(),
                wanted.getCode(),
                wanted.getName().getSv(),
                wanted.getName().getEn(),
                wanted.getValidFrom());
        return HttpResponse.created(AccessMapper.unit(made)).header("ETag", Versions.etag(made.version()));
    }

    @Override
    public HttpResponse<se.malbild.api.model.Unit> changeUnit(UUID unitId, String ifMatch, UnitChange change) {
        List<UUID> successors = change.getSuccessorIds() == null ? List.of() : change.getSuccessorIds();
        return answer(units.change(
                callers.require(),
                unitId,
                Versions.expected(ifMatch),
                change.getName().getSv(),
                change.getName().getEn(),
                change.getValidTo(),
                successors));
    }

    private static HttpResponse<se.malbild.api.model.Unit> answer(Unit unit) {
        return HttpResponse.ok(AccessMapper.unit(unit)).header("ETag", Versions.etag(unit.version()));
    }
}
