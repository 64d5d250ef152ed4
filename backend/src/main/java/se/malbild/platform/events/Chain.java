// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.events;

/** The kinds of event chain: one for each case, one for each authority's acts outside cases, one for each person who has read something closed. */
public enum Chain {
    /** A case's own events; the chain's id is the case's. */
    CASE("case_events", "case_id", "case_seq"),
    /** Acts outside cases; the chain's id is the authority's. */
    AUTHORITY("authority_events", "chain_id", "chain_seq"),
    /** What somebody has read (åtkomstlogg); the chain's id is the reader's, so that readers never wait for one another. */
    ACCESS("access_events", "reader_id", "reader_seq");

    private final String table;
    private final String idColumn;
    private final String seqColumn;

    Chain(String table, String idColumn, String seqColumn) {
        this.table = table;
        this.idColumn = idColumn;
        this.seqColumn = seqColumn;
    }

    /** The table of its events. */
    public String table() {
        return table;
    }

    /** The column that names the chain. */
    public String idColumn() {
        return idColumn;
    }

    /** The column of the number within the chain, from 1 without gaps. */
    public String seqColumn() {
        return seqColumn;
    }
}
