// Pieces of the sheet that the rider's and the driver's page share.
import {money} from './format.js';
import {html, icon, nothing} from './paint.js';
import {shape} from './shapes.js';
import {knows, say} from './words.js';

/** The sheet's first line: its heading, and a way back when there is one. */
export function heading(text, back) {
    return html`<div class="row">
        ${back ? html`<button type="button" class="plain" aria-label=${say('back')} @click=${back}>${icon('back')}</button>` : nothing}
        <h1 class="grow">${text}</h1>
    </div>`;
}

/** A fare item by item, and what they add up to. */
export function fareLines(fare) {
    return html`<dl class="facts">
        ${fare.items.map(item => html`<div>
            <dt>${say('item_' + item.kind)} ${!item.reckoning.includes('×') ? nothing : html`<span class="tiny softer">${item.reckoning}</span>`}</dt><dd>${money(item.amount)}</dd>
        </div>`)}
        <div class="sum"><dt>${say('total')}</dt><dd>${money(fare.total)}</dd></div>
    </dl>`;
}

/** Where it begins, stops and ends. */
export function wayLines(order) {
    const stops = order.stops ?? [];
    return html`<div class="from-to small">
        ${shape('pickup')}<span class="cut">${placeName(order.pickup)}</span>
        ${stops.map((stop, i) => html`${shape('wish')}<span class="cut">${placeName(stop, say('stop_n', {n: i + 1}))}</span>`)}
        ${shape('drop_off')}<span class="cut">${placeName(order.drop_off)}</span>
    </div>`;
}

export function placeName(waypoint, otherwise) {
    return waypoint.label ?? otherwise ?? `${waypoint.lat.toFixed(4)}, ${waypoint.lng.toFixed(4)}`;
}

/** How it is paid, as one reads it. */
export function methodName(method) {
    if (method.type === 'card' && method.last_four) return say('card_named', {brand: brand(method.brand), last: method.last_four});
    if (method.type === 'account' && method.company) return say('account_of', {company: method.company});
    return say(method.type);
}

function brand(name) {
    return name.charAt(0).toUpperCase() + name.slice(1);
}

export function colour(name) {
    return knows('colour_' + name) ? say('colour_' + name) : name.charAt(0).toUpperCase() + name.slice(1);
}

/** A person's picture, or the first letter of the name. */
export function face(name, picture) {
    return html`<span class="face" aria-hidden="true">${picture ? html`<img src=${picture} alt="">` : name ? [...name][0].toUpperCase() : icon('person')}</span>`;
}

export function boardingCode(code) {
    return html`<div class="digits" role="img" aria-label=${[...code].join(' ')} data-boarding-code=${code}>${[...code].map(digit => html`<b>${digit}</b>`)}</div>`;
}

/** A field of words over its input. */
export function field(label, input) {
    return html`<label class="field"><span>${label}</span>${input}</label>`;
}

/** Stars, ready words and a comment; draft is kept by the page: {stars, tags, comment}. */
export function opinionForm({draft, tags, busy, change, send}) {
    const pick = tag => change({...draft, tags: draft.tags.includes(tag) ? draft.tags.filter(one => one !== tag) : [...draft.tags, tag]});
    return html`<form class="form" @submit=${event => {
        event.preventDefault();
        send();
    }}>
        <fieldset class="stars">
            ${[1, 2, 3, 4, 5].map(n => html`<label class=${n <= draft.stars ? 'lit' : ''}>
                <input type="radio" name="stars" .checked=${draft.stars === n} aria-label=${say('star', {n})} @change=${() => change({...draft, stars: n})}>${icon('star', 32)}
            </label>`)}
        </fieldset>
        ${draft.stars ? html`
            <div class="picks">${tags(draft.stars).map(tag => html`<button type="button" class="pick" aria-pressed=${draft.tags.includes(tag)} @click=${() => pick(tag)}>${say('tag_' + tag)}</button>`)}</div>
            ${field(say('comment'), html`<textarea class="input" rows="2" maxlength="500" .value=${draft.comment} @input=${event => change({...draft, comment: event.target.value})}></textarea>`)}
            <button class="button wide" ?disabled=${busy}>${say('rate')}</button>
            <p class="tiny softer">${say('rating_hidden')}</p>` : nothing}
    </form>`;
}

export const NO_OPINION = {stars: 0, tags: [], comment: ''};

/** What of a draft the node takes. */
export function opinionOf(draft) {
    return {stars: draft.stars, tags: draft.tags, ...(draft.comment.trim() ? {comment: draft.comment.trim()} : {})};
}
