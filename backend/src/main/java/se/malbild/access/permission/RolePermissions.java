// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.permission;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Which role holds which permission, from {@code api-spec/roles.yaml}. Immutable. */
@Singleton
public final class RolePermissions {
    private final Map<String, Map<Role, Set<Reach>>> byPermission;

    RolePermissions() {
        try (InputStream in = RolePermissions.class.getResourceAsStream("/contract/roles.yaml")) {
            if (in == null) {
                throw new IllegalStateException("roles.yaml is missing from the build");
            }
            byPermission = read((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<Role, Set<Reach>>> read(Map<?, ?> document) {
        Map<String, Map<Role, Set<Reach>>> all = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(document.get("permissions"), "permissions"))
                .forEach((permission, holders) -> {
                    Map<Role, Set<Reach>> byRole = new EnumMap<>(Role.class);
                    ((Map<?, ?>) holders)
                            .forEach((role, letters) -> byRole.put(Role.of((String) role), reaches(letters)));
                    all.put((String) permission, byRole);
                });
        return Map.copyOf(all);
    }

    private static Set<Reach> reaches(Object letters) {
        List<Reach> found = new ArrayList<>();
        for (Object letter : letters instanceof List<?> list ? list : List.of(letters)) {
            found.add(Reach.ofLetter((String) letter));
        }
        return Set.copyOf(found);
    }

    /** Permission → how far, for one role. */
    public Map<String, Set<Reach>> of(Role role) {
        Map<String, Set<Reach>> held = new HashMap<>();
        byPermission.forEach((permission, byRole) -> {
            if (byRole.containsKey(role)) {
                held.put(permission, byRole.get(role));
            }
        });
        return held;
    }

    /** All permissions there are. */
    public Set<String> permissions() {
        return byPermission.keySet();
    }
}
