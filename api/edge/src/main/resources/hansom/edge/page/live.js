// News as they happen: a WebSocket to the node's live door, and server-sent events where sockets do not get through. After a gap it goes
// on behind the last number seen; without one it begins with a snapshot of where everything stands. What comes twice is the caller's to
// recognise by its version.
import {call, newKey, send} from './api.js';
import {hear, service} from './service.js';

const PING_MILLIS = 20_000;
const SILENCE_MILLIS = 40_000;
const ACK_MILLIS = 400;
const PAUSES_MILLIS = [300, 800, 2000, 4000, 8000, 15_000];
const SOCKETS_TRIED = 2;
const REFUSED = 4401;
const REVOKED = 4403;
const TOO_MANY = 4429;

/**
 * live(session, {news(envelope), state(word)}): state is connecting, live (socket), streaming (events) or away. Returns {answer(frame),
 * close()}; answer() is a frame that is answered by done or refused, and rejects when there is no socket.
 */
export function live(session, {news, state}) {
    let lastSeq = null;
    let failures = 0;
    let door = null;
    let closed = false;
    let wake = () => {};
    const waiting = new Map();

    const hand = envelope => {
        hear(envelope.ts);
        const answered = envelope.data?.ref && waiting.get(envelope.data.ref);
        if (answered && (envelope.type === 'done' || envelope.type === 'refused')) {
            waiting.delete(envelope.data.ref);
            answered(envelope);
            return;
        }
        if (envelope.seq != null) lastSeq = Math.max(lastSeq ?? 0, envelope.seq);
        if (envelope.type !== 'welcome' && envelope.type !== 'heartbeat') news(envelope);
    };
    const opened = word => {
        failures = 0;
        state(word);
    };
    const run = async () => {
        while (!closed && session.signedIn) {
            state('connecting');
            try {
                const token = await session.token();
                door = failures < SOCKETS_TRIED || failures % 6 === 0 ? socket() : stream();
                const code = await door.run({token, lastSeq, session, hand, opened});
                if (code === REFUSED) await session.refused();
                if (code === REVOKED) session.end();
                if (code === TOO_MANY) await rest(60_000);
            } catch {
                // Counted below; the node is asked again.
            }
            door = null;
            if (closed || !session.signedIn) break;
            state('away');
            const pause = PAUSES_MILLIS[Math.min(failures++, PAUSES_MILLIS.length - 1)];
            await rest(pause * (0.75 + Math.random() / 2));
        }
    };
    const rest = millis => new Promise(done => {
        const timer = setTimeout(done, millis);
        wake = () => {
            clearTimeout(timer);
            done();
        };
    });
    const online = () => wake();
    const offline = () => {
        state('away');
        door?.end();
    };
    const seen = () => {
        if (!document.hidden) wake();
    };
    const renewed = async () => door?.renew?.(await session.token());
    addEventListener('online', online);
    addEventListener('offline', offline);
    document.addEventListener('visibilitychange', seen);
    session.addEventListener('renewed', renewed);
    run();

    return {
        answer(frame) {
            const say = door?.say;
            if (!say) return Promise.reject(new Error('no socket'));
            const ref = newKey();
            return new Promise((done, failed) => {
                const timer = setTimeout(() => {
                    waiting.delete(ref);
                    failed(new Error('no answer'));
                }, 10_000);
                waiting.set(ref, envelope => {
                    clearTimeout(timer);
                    done(envelope);
                });
                say({...frame, ref});
            });
        },
        close() {
            closed = true;
            door?.end();
            wake();
            removeEventListener('online', online);
            removeEventListener('offline', offline);
            document.removeEventListener('visibilitychange', seen);
            session.removeEventListener('renewed', renewed);
        },
    };
}

function socket() {
    let open = null;
    const say = frame => open?.readyState === WebSocket.OPEN && open.send(JSON.stringify(frame));
    return {
        say,
        renew: token => say({type: 'renew', token}),
        end: () => open?.close(1000),
        async run({token, lastSeq, hand, opened}) {
            const {live: address} = await service();
            open = new WebSocket(address, 'hansom.v1');
            return new Promise(done => {
                let silence = 0;
                let acknowledging = 0;
                let seen = null;
                const alive = () => {
                    clearTimeout(silence);
                    silence = setTimeout(() => open.close(), SILENCE_MILLIS);
                };
                const ping = setInterval(() => say({type: 'ping'}), PING_MILLIS);
                const acknowledge = seq => {
                    seen = seq;
                    acknowledging ||= setTimeout(() => {
                        acknowledging = 0;
                        say({type: 'ack', seq: seen});
                    }, ACK_MILLIS);
                };
                alive();
                open.onopen = () => say({type: 'hello', token, ...(lastSeq == null ? {} : {last_seq: lastSeq})});
                open.onmessage = ({data}) => {
                    alive();
                    const envelope = JSON.parse(data);
                    if (envelope.type === 'welcome') opened('live');
                    hand(envelope);
                    if (envelope.seq != null) acknowledge(envelope.seq);
                };
                open.onclose = ({code}) => {
                    clearInterval(ping);
                    clearTimeout(silence);
                    clearTimeout(acknowledging);
                    done(code);
                };
            });
        },
    };
}

function stream() {
    const ending = new AbortController();
    return {
        end: () => ending.abort(),
        async run({token, lastSeq, hand, opened}) {
            await call('GET', '/v1', {signal: ending.signal});
            const headers = {Accept: 'text/event-stream', ...(lastSeq == null ? {} : {'Last-Event-ID': String(lastSeq)})};
            const answer = await send('GET', '/v1/live/events', {token, headers, repeat: false, patience: 900_000, signal: ending.signal});
            opened('streaming');
            let code = 0;
            for await (const {type, data} of eventsOf(answer.body, ending)) {
                if (type === 'close') code = data.code;
                else hand(data);
            }
            return code;
        },
    };
}

/** The events of a stream, as they come; a stream that is silent for too long is given up. */
async function* eventsOf(body, ending) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
        const silence = setTimeout(() => ending.abort(), SILENCE_MILLIS);
        const {value, done} = await reader.read().finally(() => clearTimeout(silence));
        if (done) return;
        const blocks = (rest + value).split('\n\n');
        rest = blocks.pop();
        for (const block of blocks) {
            const lines = block.split('\n');
            const read = name => lines.filter(line => line.startsWith(name + ':')).map(line => line.slice(name.length + 1).trimStart()).join('\n');
            const data = read('data');
            if (data) yield {type: read('event'), data: JSON.parse(data)};
        }
    }
}
