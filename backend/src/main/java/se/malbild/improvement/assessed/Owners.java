// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement.assessed;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.user.Account;
import se.malbild.access.user.UserRepository;
import se.malbild.access.user.Users;
import se.malbild.platform.problem.FieldFault;

/** People who own targets and items of the roadmap (ansvariga). */
@Singleton
public class Owners {
    /** How many are shown to choose from. */
    public static final int SHOWN = 50;
    /** Closed accounts are left out after reading, so more are read than shown. */
    private static final int READ = 200;

    private final Users users;
    private final UserRepository accounts;

    Owners(Users users, UserRepository accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    /** Active users whose name begins so, by name. */
    public List<Account> find(UUID authorityId, @Nullable String query) {
        return users.page(authorityId, query, null, null, READ).stream()
                .filter(Account::active)
                .limit(SHOWN)
                .toList();
    }

    /** Adds a fault unless the person is an active user of the authority. */
    public void check(UUID authorityId, UUID ownerId, List<FieldFault> faults) {
        if (accounts.byIds(authorityId, List.of(ownerId)).stream().noneMatch(Account::active)) {
            faults.add(FieldFault.of(
                    "/ownerId",
                    "not_found",
                    "Den ansvariga ska vara en aktiv användare hos myndigheten.",
                    "The owner must be an active user of the authority."));
        }
    }

    /** Accounts by identity, for names. */
    public Map<UUID, Account> named(UUID authorityId, Collection<@Nullable UUID> ids) {
        Map<UUID, Account> named = new HashMap<>();
        accounts.byIds(
                        authorityId,
                        ids.stream().filter(Objects::nonNull).distinct().toList())
                .forEach(account -> named.put(account.id(), account));
        return named;
    }
}
