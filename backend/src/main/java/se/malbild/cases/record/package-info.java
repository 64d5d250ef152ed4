// SPDX-License-Identifier: EUPL-1.2
/**
 * Files of records (handlingar, CASES §7): resumable uploads, what a file really is, quarantine and malware scan, versions by hash,
 * archival copies (PDF/A), redacted copies and safe download.
 *
 * <p>A file that has come in is registered whatever it holds; only its bytes may be withheld. Content is never changed: a new version or
 * rendition is a new row. Begin with {@link se.malbild.cases.record.RecordContents}.
 */
@NullMarked
package se.malbild.cases.record;

import org.jspecify.annotations.NullMarked;
