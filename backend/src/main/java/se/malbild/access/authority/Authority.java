// SPDX-License-Identifier: EUPL-1.2
package se.malbild.access.authority;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authority (myndighet): the tenant everything belongs to. */
public record Authority(UUID id, String nameSv, @Nullable String nameEn, String timeZone) {}
