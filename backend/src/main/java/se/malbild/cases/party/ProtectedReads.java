// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.party;

import se.malbild.access.permission.Caller;
import se.malbild.cases.CaseFile;

/** Keeps that somebody has read what is protected of a party (läslogg, CASES §4). What cannot be logged is not shown. */
public interface ProtectedReads {

    /** The caller is about to be shown an identity number, or name and contacts of somebody protected, in that case. */
    void protectedIdentityRead(CaseFile file, Caller caller);
}
