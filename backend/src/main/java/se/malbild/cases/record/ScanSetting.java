// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether files are scanned for malware and what becomes of those that are not. {@code malbild.clamd} is the address of ClamAV's daemon
 * as host:port; without it {@code malbild.unscanned} says whether files are given out all the same: {@code withhold} unless {@code allow}.
 */
@Singleton
public class ScanSetting {
    private static final Logger LOG = LoggerFactory.getLogger(ScanSetting.class);

    private final Optional<Clamd> clamd;
    private final boolean allowUnscanned;

    ScanSetting(@Value("${malbild.clamd:}") String address, @Value("${malbild.unscanned:withhold}") String unscanned) {
        this.clamd = address.isBlank() ? Optional.empty() : Optional.of(parse(address));
        this.allowUnscanned = switch (unscanned) {
            case "allow" -> true;
            case "withhold" -> false;
            default -> throw new IllegalArgumentException("malbild.unscanned is allow or withhold, not " + unscanned);
        };
        if (clamd.isEmpty()) {
            LOG.warn(
                    "No malware scanner is configured (malbild.clamd): uploaded files are {}",
                    allowUnscanned ? "given out unscanned" : "withheld");
        }
    }

    private static Clamd parse(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("malbild.clamd is host:port, not " + address);
        }
        return new Clamd(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    Optional<Clamd> clamd() {
        return clamd;
    }

    /** Where the scan of a file that comes in stands at first. */
    RecordFile.Scan first() {
        return clamd.isPresent() ? RecordFile.Scan.PENDING : RecordFile.Scan.NOT_SCANNED;
    }

    /** Whether the bytes are given out. */
    boolean givesOut(RecordFile file) {
        return givesOut(file.released() ? null : file.quarantine(), file.scan());
    }

    /** Whether nothing but the quarantine withholds it, so that it can be released. */
    boolean releasable(RecordFile file) {
        return file.quarantine() != null && !file.released() && givesOut(null, file.scan());
    }

    /** Whether bytes of which that is known are given out. */
    boolean givesOut(@Nullable Quarantine quarantine, RecordFile.Scan scan) {
        if (quarantine != null) {
            return false;
        }
        return switch (scan) {
            case CLEAN, DRAWN_UP -> true;
            case NOT_SCANNED -> allowUnscanned;
            case PENDING, INFECTED, ERROR -> false;
        };
    }
}
