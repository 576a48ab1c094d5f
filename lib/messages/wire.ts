/** What goes over the wire. Both ends live in one extension, so there is no version: both are replaced together. */

/** Who is to answer: the background, or the content script of one tab. */
export type Receiver = 'background' | 'tab';

/** One call. `fingerlight` names the receiver and tells our messages from anything else. */
export type Call = { fingerlight: Receiver; name: string; request: unknown };

/** Why a call has no value. `code` is a machine word of the handler's own error, for example "newer-version". */
export type CallError = { kind: 'refused' | 'failed'; message: string; code?: string };

/** The answer to one call. */
export type Result = { ok: true; value: unknown } | { ok: false; error: CallError };

/** True when the message is a call to this receiver; false also for a value that cannot even be looked at. Never throws. */
export function isCallTo(receiver: Receiver, message: unknown): message is Call {
  const call = message as Partial<Call> | null | undefined;
  try {
    return (
      typeof call === 'object' && call?.fingerlight === receiver && typeof call.name === 'string'
    );
  } catch {
    return false;
  }
}

/** True when the value has the shape of an answer. */
export function isResult(value: unknown): value is Result {
  return typeof value === 'object' && value !== null && typeof (value as Result).ok === 'boolean';
}
