// SPDX-License-Identifier: EUPL-1.2
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// jsdom draws nothing: a modal dialog is simply open, and nothing needs to be scrolled to.
if (typeof HTMLDialogElement !== 'undefined')
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView ??= () => {};
