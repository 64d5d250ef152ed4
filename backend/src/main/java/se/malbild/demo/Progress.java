// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

/** Hears how the filling goes. May be called from several threads. */
@FunctionalInterface
public interface Progress {
    /** So much of {@code what} is done. */
    void tell(String what, int done, int total);
}
