// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.malbild.platform.contract.Shape;
import se.malbild.platform.contract.Shapes;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;

/**
 * Holds the query of a request to the contract where the framework guesses: a truth value is {@code true} or {@code false}, and a value of a
 * list is one of it. A filter that nobody understood would otherwise be left out, and the wrong things shown.
 */
@ServerFilter("/api/**")
class StrictQuery implements Ordered {
    private final Shapes shapes;

    StrictQuery(Shapes shapes) {
        this.shapes = shapes;
    }

    /** After it is settled who may: a stranger learns nothing of an operation's parameters. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getUri().getRawQuery() == null) {
            return;
        }
        RouteAttributes.getRouteInfo(request)
                .filter(MethodBasedRouteInfo.class::isInstance)
                .map(route ->
                        ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getMethodName())
                .ifPresent(operation -> check(request, shapes.query(operation)));
    }

    private static void check(HttpRequest<?> request, Map<String, Shape> query) {
        List<FieldFault> faults = new ArrayList<>();
        query.forEach((name, shape) -> {
            Shape one = shape.kind() == Shape.Kind.ARRAY && shape.items() != null ? shape.items() : shape;
            for (String given : request.getParameters().getAll(name)) {
                for (String value : one == shape ? List.of(given) : List.of(given.split(",", -1))) {
                    if (!fits(value, one)) {
                        String place = "query/" + name;
                        faults.add(FieldFault.of(
                                place,
                                "wrong_form",
                                "Värdet har fel form: " + place + ".",
                                "The value has the wrong form: " + place + "."));
                    }
                }
            }
        });
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static boolean fits(String value, Shape shape) {
        return switch (shape.kind()) {
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case STRING -> shape.values().isEmpty() || shape.values().contains(value);
            default -> true;
        };
    }
}
