// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.contribution;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.malbild.benchmark.measure.MeasureKind;
import se.malbild.benchmark.measure.Pool;
import se.malbild.benchmark.measure.SizeClass;
import se.malbild.maturity.model.ModelSemver;
import se.malbild.platform.Sha256;
import se.malbild.platform.db.RowReader;

/** Rows of contributions. Every query but those of whole pools is bound to one contributor's own. */
@Singleton
class ContributionRepository {
    private static final String SELECT = """
        SELECT id, authority_id, client_id, contributor, name_sv, name_en, kind, code, model_id, model_version, benchmark_year, size_class,
               case_type_key, measured, n, state, source_kind, source_id, source_title, prepared_by, prepared_at, given_by, given_at,
               ended_by, ended_at, version
          FROM benchmark_contributions""";
    private static final String OWN = SELECT + " WHERE authority_id = :authority AND client_id IS NULL";
    private static final String OF_CLIENT = SELECT + " WHERE client_id = :client";

    private final Jdbi jdbi;

    ContributionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Contribution each) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO benchmark_contributions (id, authority_id, client_id, contributor, name_sv, name_en, kind, code, model_id,
                       model_version, benchmark_year, size_class, case_type_key, pool, measured, n, state, standing, source_kind,
                       source_id, source_title, prepared_by, prepared_at, given_by, given_at, version)
                VALUES (:id, :authority, :client, :contributor, :nameSv, :nameEn, :kind, :code, :modelId, :modelVersion, :year,
                       :sizeClass, :caseType, :pool, :measured, :n, :state, :standing, :sourceKind, :sourceId, :sourceTitle,
                       :preparedBy, :preparedAt, :givenBy, :givenAt, :version)""")
                .bind("id", each.id())
                .bind("authority", each.by().authorityId())
                .bind("client", each.by().clientId())
                .bind("contributor", each.by().key())
                .bind("nameSv", each.by().nameSv())
                .bind("nameEn", each.by().nameEn())
                .bind("kind", each.pool().kind().code())
                .bind("code", each.pool().code())
                .bind("modelId", each.pool().modelId())
                .bind("modelVersion", each.modelVersion())
                .bind("year", each.pool().year())
                .bind(
                        "sizeClass",
                        each.pool().sizeClass() == null
                                ? null
                                : each.pool().sizeClass().code())
                .bind("caseType", each.pool().caseTypeKey())
                .bind("pool", each.pool().key())
                .bind("measured", each.value())
                .bind("n", each.n())
                .bind("state", each.state().code())
                .bind("standing", standing(each))
                .bind("sourceKind", each.source() == null ? null : each.source().kind())
                .bind("sourceId", each.source() == null ? null : each.source().id())
                .bind(
                        "sourceTitle",
                        each.source() == null ? null : each.source().title())
                .bind("preparedBy", each.preparedBy())
                .bind("preparedAt", each.preparedAt())
                .bind("givenBy", each.givenBy())
                .bind("givenAt", each.givenAt())
                .bind("version", each.version())
                .execute());
    }

    /** Writes where it stands from now on; it was locked. */
    void update(Contribution each) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE benchmark_contributions SET state = :state, standing = :standing, given_by = :givenBy, given_at = :givenAt,
                       ended_by = :endedBy, ended_at = :endedAt, version = :version WHERE id = :id AND authority_id = :authority""")
                .bind("id", each.id())
                .bind("authority", each.by().authorityId())
                .bind("state", each.state().code())
                .bind("standing", standing(each))
                .bind("givenBy", each.givenBy())
                .bind("givenAt", each.givenAt())
                .bind("endedBy", each.endedBy())
                .bind("endedAt", each.endedAt())
                .bind("version", each.version())
                .execute());
    }

    void delete(Contribution each) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM benchmark_contributions WHERE id = :id AND authority_id = :authority")
                .bind("id", each.id())
                .bind("authority", each.by().authorityId())
                .execute());
    }

    private static @Nullable String standing(Contribution each) {
        return each.state() == Contribution.State.GIVEN ? standing(each.by().key(), each.pool()) : null;
    }

    private static String standing(String contributor, Pool pool) {
        return Sha256.hex(contributor + " " + pool.once());
    }

    /** The one that stands for a contributor and measure, locked until the transaction ends. */
    Optional<Contribution> lockStanding(Contributor by, Pool pool) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE standing = :standing FOR UPDATE")
                .bind("standing", standing(by.key(), pool))
                .map(ContributionRepository::read)
                .findOne());
    }

    /** One of an authority's own. */
    Optional<Contribution> find(UUID authorityId, UUID id) {
        return own(authorityId, id, "");
    }

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Contribution> lock(UUID authorityId, UUID id) {
        return own(authorityId, id, " FOR UPDATE");
    }

    private Optional<Contribution> own(UUID authorityId, UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(OWN + " AND id = :id" + locking)
                .bind("authority", authorityId)
                .bind("id", id)
                .map(ContributionRepository::read)
                .findOne());
    }

    /** An authority's own, newest first, those after a place. */
    List<Contribution> page(UUID authorityId, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        String sql = OWN
                + (before == null ? "" : " AND prepared_at <= :before AND (prepared_at < :before OR id < :beforeId)")
                + " ORDER BY prepared_at DESC, id DESC LIMIT :limit";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("authority", authorityId).bind("limit", limit);
            if (before != null) {
                query.bind("before", before).bind("beforeId", beforeId);
            }
            return query.map(ContributionRepository::read).list();
        });
    }

    /** Those of an authority's own that stand. */
    List<Contribution> standingOf(UUID authorityId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        OWN + " AND state = 'given' ORDER BY prepared_at DESC, id DESC LIMIT :limit")
                .bind("authority", authorityId)
                .bind("limit", limit)
                .map(ContributionRepository::read)
                .list());
    }

    /** One that the client has given. */
    Optional<Contribution> findOfClient(UUID clientId, UUID id) {
        return ofClient(clientId, id, "");
    }

    /** As {@link #findOfClient}, locked until the transaction ends. */
    Optional<Contribution> lockOfClient(UUID clientId, UUID id) {
        return ofClient(clientId, id, " FOR UPDATE");
    }

    private Optional<Contribution> ofClient(UUID clientId, UUID id, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_CLIENT + " AND id = :id" + locking)
                .bind("client", clientId)
                .bind("id", id)
                .map(ContributionRepository::read)
                .findOne());
    }

    /** Those that the client has given and that stand, newest first. */
    List<Contribution> standingOfClient(UUID clientId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        OF_CLIENT + " AND state = 'given' ORDER BY given_at DESC, id DESC LIMIT :limit")
                .bind("client", clientId)
                .bind("limit", limit)
                .map(ContributionRepository::read)
                .list());
    }

    /** Keys of the pools in which at least so many have a value that stands. */
    List<String> poolsOf(int contributors) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT pool FROM benchmark_contributions WHERE state = 'given' GROUP BY pool
                HAVING COUNT(DISTINCT contributor) >= :contributors ORDER BY pool""")
                .bind("contributors", contributors)
                .mapTo(String.class)
                .list());
    }

    /** All values that stand in a pool, locked until the transaction ends so that none comes or goes while a cohort is frozen. */
    List<Contribution> lockPool(String pool) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE state = 'given' AND pool = :pool ORDER BY contributor, id FOR UPDATE")
                .bind("pool", pool)
                .map(ContributionRepository::read)
                .list());
    }

    private static Contribution read(ResultSet rs, StatementContext context) throws SQLException {
        RowReader row = new RowReader(rs);
        UUID id = row.uuid();
        Contributor by = new Contributor(row.uuid(), row.uuidOrNull(), row.text(), row.text(), row.textOrNull());
        MeasureKind kind = MeasureKind.of(row.text());
        String code = row.text();
        String modelId = row.text();
        String modelVersion = row.text();
        int year = row.number();
        String sizeClass = row.textOrNull();
        String caseType = row.textOrNull();
        double value = Double.parseDouble(row.text());
        String n = row.textOrNull();
        Contribution.State state = Contribution.State.of(row.text());
        String sourceKind = row.textOrNull();
        UUID sourceId = row.uuidOrNull();
        String sourceTitle = row.textOrNull();
        return new Contribution(
                id,
                by,
                new Pool(
                        kind,
                        code,
                        modelId,
                        ModelSemver.of(modelVersion).major(),
                        year,
                        sizeClass == null ? null : SizeClass.of(sizeClass),
                        caseType),
                modelVersion,
                value,
                n == null ? null : (Long) Long.parseLong(n),
                state,
                sourceKind == null || sourceId == null || sourceTitle == null
                        ? null
                        : new Contribution.Source(sourceKind, sourceId, sourceTitle),
                row.uuidOrNull(),
                row.instant(),
                row.uuidOrNull(),
                row.instantOrNull(),
                row.uuidOrNull(),
                row.instantOrNull(),
                row.longNumber());
    }
}
