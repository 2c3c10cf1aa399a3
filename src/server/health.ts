import type { ServerResponse } from 'node:http';

import { sendText } from './http/reply';

export interface Health {
  /** Once called, /ready says no, so that load balancers send nobody new. */
  startDraining(): void;
  readonly isDraining: boolean;
  answerReady(response: ServerResponse): void;
}

/** Live means that the process answers at all; ready, that it can answer queries. A failing database must not get it restarted. */
export function createHealth(check: () => { ready: boolean; reason?: string }): Health {
  let isDraining = false;
  return {
    startDraining() {
      isDraining = true;
    },
    get isDraining() {
      return isDraining;
    },
    answerReady(response) {
      const { ready, reason } = isDraining ? { ready: false, reason: 'The server is stopping.' } : check();
      const body = ready ? { status: 'ready' } : { status: 'not ready', reason };
      sendText(response, ready ? 200 : 503, 'application/json', `${JSON.stringify(body)}\n`);
    },
  };
}

export function answerLive(response: ServerResponse): void {
  sendText(response, 200, 'application/json', '{"status":"live"}\n');
}
