// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.placement;

import se.malbild.access.AccessMapper;
import se.malbild.access.user.Account;
import se.malbild.maturity.Assessment;

/** Joint placements → the contract's. */
public final class PlacementMapper {
    private PlacementMapper() {}

    /** A placement, with its group by the name it has in the assessment. */
    public static se.malbild.api.model.JointPlacement placement(
            JointPlacement placement, Assessment assessment, Account by) {
        return new se.malbild.api.model.JointPlacement(
                placement.id(),
                placement.criterion(),
                placement.group(),
                assessment.group(placement.group()).label().asMap(),
                placement.level(),
                placement.placedOn(),
                AccessMapper.userRef(by.id(), by.displayName(), by.title()),
                AccessMapper.time(placement.placedAt()));
    }
}
