// Who is signed in here. Tokens lie in memory and in this tab's session storage, never in an address; tabs of one browser share them over
// a channel, so that a refresh token is used once, whoever of them asks. Renewal is done before it is needed; a lost answer is asked for
// again, for the node gives the same successor for half a minute.
import {call, newKey, Problem} from './api.js';
import {language, say, words} from './words.js';

words({
    en: {session_ended: 'You have been signed out. Sign in again to go on.', signed_out: 'Sign in first.'},
    ru: {session_ended: 'Вы вышли из системы. Войдите снова, чтобы продолжить.', signed_out: 'Сначала войдите.'},
});

const EARLY_MILLIS = 90_000;
const NEIGHBOURS_MILLIS = 150;
const PHONE_CODE = 'urn:hansom:params:oauth:grant-type:phone_code';
const OPERATOR = 'urn:hansom:params:oauth:grant-type:operator';

/** The sign-in of one kind of person (rider, driver, office) in this browser; begin() once before anything else. */
export class Session extends EventTarget {
    #kind;
    #client;
    #tokens = null;
    #renewing = null;
    #timer = 0;
    #neighbours;

    constructor(kind) {
        super();
        this.#kind = kind;
        this.#client = kind === 'office' ? 'hansom-office' : 'hansom-app';
        this.#neighbours = new BroadcastChannel(`hansom.session.${kind}`);
        this.#neighbours.onmessage = ({data}) => this.#hear(data);
    }

    get person() {
        return this.#tokens?.person ?? null;
    }

    get roles() {
        return this.#tokens?.roles ?? [];
    }

    get signedIn() {
        return this.#tokens !== null;
    }

    /** Takes up what this tab had, or what another tab has. */
    async begin() {
        this.#take(stored(this.#key()), false);
        this.#neighbours.postMessage({asks: true});
        await new Promise(done => setTimeout(done, NEIGHBOURS_MILLIS));
        return this.signedIn;
    }

    /** Asks for a code to be sent to a phone. */
    askCode(phone) {
        return call('POST', '/v1/signin/codes', {body: {phone, role: this.#kind}});
    }

    async enterByPhone(phone, code) {
        await this.#enter({grant_type: PHONE_CODE, phone, code, role: this.#kind});
    }

    async enterByPassword(name, password, totp) {
        await this.#enter({grant_type: OPERATOR, name, password, totp});
    }

    async #enter(proof) {
        const answer = await this.#ask({...proof, device_name: deviceName()});
        this.#take(tokensOf(answer), true);
        this.dispatchEvent(new Event('in'));
    }

    #ask(grant, repeat = false) {
        const body = new URLSearchParams({client_id: this.#client, device: device(), ...grant});
        return call('POST', '/oauth2/token', {body, repeat});
    }

    /** A token that holds for a while yet. */
    async token() {
        if (!this.#tokens) throw new Problem({status: 401, code: 'unauthenticated', title: say('signed_out')});
        if (this.#tokens.expires - Date.now() < EARLY_MILLIS / 3) await this.renew();
        return this.#tokens?.access;
    }

    /** A new token, in exchange for the refresh token; one at a time in all tabs. */
    renew() {
        this.#renewing ??= navigator.locks
            .request(`hansom.renew.${this.#kind}`, () => this.#exchange())
            .finally(() => {
                this.#renewing = null;
            });
        return this.#renewing;
    }

    async #exchange() {
        await new Promise(done => setTimeout(done));
        const had = this.#tokens;
        if (!had || had.expires - Date.now() > EARLY_MILLIS) return;
        try {
            const answer = await this.#ask({grant_type: 'refresh_token', refresh_token: had.refresh}, true);
            if (this.#tokens?.refresh === had.refresh) this.#take(tokensOf(answer), true);
        } catch (problem) {
            if (problem.status === 400 || problem.status === 401) this.end();
            throw problem;
        }
    }

    /** The node no longer takes these tokens, though they have not run out. */
    refused() {
        if (this.#tokens) this.#tokens = {...this.#tokens, expires: 0};
        return this.renew();
    }

    async signOut() {
        try {
            await call('POST', '/v1/signin/out', {token: this.#tokens?.access, repeat: true});
        } finally {
            this.#neighbours.postMessage({out: true});
            this.#drop('out');
        }
    }

    /** Nothing is left to sign in with. */
    end() {
        this.#drop('ended');
    }

    /** A call in this person's name; a token that was not taken is renewed once. */
    async call(method, path, options = {}) {
        const token = () => this.token();
        const key = method === 'POST' ? (options.key ?? newKey()) : options.key;
        try {
            return await call(method, path, {...options, key, token});
        } catch (problem) {
            if (problem.status !== 401 || !this.#tokens) throw problem;
            await this.refused();
            return call(method, path, {...options, key, token});
        }
    }

    #key() {
        return `hansom.session.${this.#kind}`;
    }

    #take(tokens, tell) {
        if (!tokens || tokens.expires <= (this.#tokens?.expires ?? 0)) return;
        const same = this.#tokens?.person === tokens.person;
        this.#tokens = tokens;
        store(this.#key(), tokens);
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.renew().catch(() => {}), Math.max(1000, tokens.expires - Date.now() - EARLY_MILLIS));
        if (tell) this.#neighbours.postMessage({tokens});
        this.dispatchEvent(new Event(same ? 'renewed' : 'changed'));
    }

    #drop(why) {
        if (!this.#tokens) return;
        this.#tokens = null;
        clearTimeout(this.#timer);
        store(this.#key(), null);
        this.dispatchEvent(new CustomEvent('out', {detail: why}));
    }

    #hear(message) {
        if (message.asks && this.#tokens) this.#neighbours.postMessage({tokens: this.#tokens});
        if (message.tokens && (!this.#tokens || message.tokens.person === this.#tokens.person)) {
            const first = !this.#tokens;
            this.#take(message.tokens, false);
            if (first) this.dispatchEvent(new Event('in'));
        }
        if (message.out) this.#drop('out');
    }
}

function tokensOf(answer) {
    return {
        access: answer.access_token,
        refresh: answer.refresh_token,
        expires: Date.now() + answer.expires_in * 1000,
        person: answer.subject,
        roles: answer.roles ?? [],
    };
}

function stored(key) {
    try {
        return JSON.parse(sessionStorage.getItem(key));
    } catch {
        return null;
    }
}

function store(key, value) {
    try {
        if (value) sessionStorage.setItem(key, JSON.stringify(value));
        else sessionStorage.removeItem(key);
    } catch {
        // Then it holds until the tab is closed or reloaded.
    }
}

/** This browser's own name, to which refresh tokens are bound. */
function device() {
    try {
        let known = localStorage.getItem('hansom.device');
        if (!known) localStorage.setItem('hansom.device', (known = `web-${newKey()}`));
        return known;
    } catch {
        return 'web';
    }
}

function deviceName() {
    const system = /\((?:X11; |Windows |Linux; |Macintosh; )?([^;)]+)/.exec(navigator.userAgent)?.[1] ?? '';
    return `${language() === 'ru' ? 'Браузер' : 'Browser'} ${system}`.trim().slice(0, 60);
}
