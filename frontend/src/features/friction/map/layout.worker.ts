// SPDX-License-Identifier: EUPL-1.2
import { type LayoutInput, layout } from './layout';

// Laying out a large map takes long enough to be felt, so it is done beside the page.
self.onmessage = (message: MessageEvent<LayoutInput>) => {
  self.postMessage(layout(message.data));
};
