// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

/**
 * A rectangle of a page that is to be removed, in thousandths of the page's width and height from its upper left corner.
 *
 * @param page from 1
 */
record Area(int page, int left, int top, int width, int height) {}
