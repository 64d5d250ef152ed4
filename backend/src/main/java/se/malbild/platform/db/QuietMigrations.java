// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.db;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.ui.LoggerUIService;

/** Lets the migrations speak to the log instead of to stdout, which belongs to the commands. Before the migrations begin. */
@Singleton
final class QuietMigrations implements BeanCreatedEventListener<DataSource>, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        System.setProperty("liquibase.command.showSummary", "OFF");
        System.setProperty("liquibase.analytics.enabled", "false");
        try {
            Scope.enter(Map.of(Scope.Attr.ui.name(), new LoggerUIService()));
        } catch (Exception e) {
            throw new IllegalStateException("the migrations could not be set up", e);
        }
        return event.getBean();
    }
}
