// SPDX-License-Identifier: EUPL-1.2
/**
 * The measurements that {@code ./malbild bench} prints. Not part of the product's jar. Every figure stands beside one of the same run that
 * bounds it: gunzip and a bare XML parser beside the reader, a bare handler with plain JDBC beside the API. Begin with {@link se.malbild.bench.Bench}.
 */
package se.malbild.bench;
