// Calls to the node. A "no" comes as a Problem with its code and its words; whoever does not answer in time, too. What may be repeated
// without harm (reads, PUT, DELETE, and a POST with its Idempotency-Key when asked to) is repeated when the network or the node was away.
import {language, say, words} from './words.js';

words({
    en: {
        problem_offline: 'There is no connection to Hansom. What you did is not lost; try again in a moment.',
        problem_timed_out: 'Hansom did not answer in time. Try again.',
        problem_unreadable: 'The answer could not be read.',
        problem_code: 'code',
        try_again: 'Try again',
    },
    ru: {
        problem_offline: 'Нет связи с Hansom. Сделанное не потеряно; попробуйте ещё раз через минуту.',
        problem_timed_out: 'Hansom не ответил вовремя. Попробуйте ещё раз.',
        problem_unreadable: 'Ответ не удалось прочитать.',
        problem_code: 'код',
        try_again: 'Ещё раз',
    },
});

const PATIENCE_MILLIS = 12_000;
const PAUSES_MILLIS = [400, 1200, 3000];
const REPEATABLE = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
const AWAY = new Set([502, 503, 504]);

/** Why the node said no: an HTTP status (0 when nothing came back), a code for machines, words for people. */
export class Problem extends Error {
    constructor({status = 0, code, title, detail, errors = [], trace_id: traceId, retryable = false, retryAfter = 0}) {
        super(title ?? detail ?? code);
        this.name = 'Problem';
        Object.assign(this, {status, code, title, detail, errors, traceId, retryable, retryAfter});
    }
}

export function newKey() {
    return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * call('POST', '/v1/quotes', {body, token, key, repeat, patience, signal, headers}) → the answer's JSON, null when it has none.
 * token: a word, or a function that gives one (also as a promise). key: of the Idempotency-Key; every POST gets a new one when none is given.
 */
export async function call(method, path, options = {}) {
    const answer = await send(method, path, options);
    if (answer.status === 204 || answer.headers.get('Content-Length') === '0') return null;
    const text = await answer.text();
    if (text === '') return null;
    try {
        return JSON.parse(text);
    } catch {
        throw new Problem({status: answer.status, code: 'unreadable', title: say('problem_unreadable')});
    }
}

/** The same, but gives the Response. */
export async function send(method, path, {body, token, key, repeat, patience = PATIENCE_MILLIS, signal, headers = {}, cache = 'no-cache'} = {}) {
    const kept = method === 'POST' ? (key ?? newKey()) : key;
    const again = repeat ?? REPEATABLE.has(method);
    for (let attempt = 0; ; attempt++) {
        try {
            return await once(method, path, {body, token, key: kept, patience, signal, headers, cache});
        } catch (problem) {
            const worth = problem instanceof Problem && (problem.status === 0 || AWAY.has(problem.status));
            if (!again || !worth || attempt >= PAUSES_MILLIS.length || signal?.aborted) throw problem;
            await pause(Math.max(PAUSES_MILLIS[attempt] * (0.75 + Math.random() / 2), problem.retryAfter * 1000), signal);
        }
    }
}

async function once(method, path, {body, token, key, patience, signal, headers, cache}) {
    const bearer = typeof token === 'function' ? await token() : token;
    const plain = body === undefined || typeof body === 'string' || body instanceof Blob || body instanceof URLSearchParams;
    const timer = AbortSignal.timeout(patience);
    let answer;
    try {
        answer = await fetch(path, {
            method,
            body: plain ? body : JSON.stringify(body),
            credentials: 'omit',
            cache,
            signal: signal ? AbortSignal.any([signal, timer]) : timer,
            headers: {
                'Accept-Language': language(),
                ...(plain ? {} : {'Content-Type': 'application/json'}),
                ...(bearer ? {Authorization: `Bearer ${bearer}`} : {}),
                ...(key ? {'Idempotency-Key': key} : {}),
                ...headers,
            },
        });
    } catch (failure) {
        if (signal?.aborted) throw failure;
        const code = timer.aborted ? 'timed_out' : 'offline';
        throw new Problem({code, title: say('problem_' + code), retryable: true});
    }
    if (answer.ok) return answer;
    throw await problemOf(answer);
}

async function problemOf(answer) {
    let said = {};
    try {
        said = await answer.json();
    } catch {
        // A proxy's page or nothing at all: the status must do.
    }
    return new Problem({
        ...said,
        status: answer.status,
        code: said.code ?? said.error ?? `http_${answer.status}`,
        title: said.title ?? said.error_description ?? said.detail ?? `HTTP ${answer.status}`,
        retryAfter: Number(answer.headers.get('Retry-After')) || 0,
    });
}

export function pause(millis, signal) {
    return new Promise((done, failed) => {
        const timer = setTimeout(done, millis);
        signal?.addEventListener('abort', () => {
            clearTimeout(timer);
            failed(signal.reason);
        }, {once: true});
    });
}

/** An element that says what happened, with its code small; a button to try again when there is something to try. */
export function drawProblem(problem, retry) {
    const box = document.createElement('div');
    box.className = 'problem';
    box.setAttribute('role', 'alert');
    const text = document.createElement('p');
    text.textContent = problem.title ?? problem.message;
    box.append(text);
    for (const fault of problem.errors ?? []) {
        const line = document.createElement('p');
        line.className = 'small';
        line.textContent = `${(fault.pointer ?? fault.parameter ?? '').replace(/^#\//, '')} ${fault.message ?? fault.detail ?? ''}`.trim();
        box.append(line);
    }
    const code = document.createElement('code');
    code.textContent = `${problem.code ?? 'unknown'}${problem.traceId ? ' · ' + problem.traceId.slice(0, 8) : ''}`;
    box.append(code);
    if (retry) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button quiet';
        button.textContent = say('try_again');
        button.addEventListener('click', retry);
        box.append(button);
    }
    return box;
}
