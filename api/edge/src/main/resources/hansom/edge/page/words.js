// What the pages say, in Russian and English. A page adds its words with words({en: {…}, ru: {…}}) and says them with say('key', facts);
// elements marked data-say (text), data-say-label (aria-label), data-say-hint (placeholder) and data-say-title are filled by translate().
// A word may be a form for each count: {one: '{n} order', other: '{n} orders'}; facts are put in for {name}.

const dictionary = {en: {}, ru: {}};
const plurals = {};

export function words(added) {
    Object.assign(dictionary.en, added.en);
    Object.assign(dictionary.ru, added.ru);
}

export function language() {
    return document.documentElement.lang === 'ru' ? 'ru' : 'en';
}

/** The locale in which figures and times are written. */
export function locale() {
    return language() === 'ru' ? 'ru-RU' : 'en-GB';
}

export function setLanguage(chosen) {
    document.documentElement.lang = chosen;
    try {
        localStorage.setItem('hansom.language', chosen);
    } catch {
        // Then it holds for this page only.
    }
    translate(document);
    document.dispatchEvent(new CustomEvent('hansom:language', {detail: chosen}));
}

/** Calls back when the language was switched. */
export function onLanguage(watcher) {
    document.addEventListener('hansom:language', () => watcher(language()));
}

/** Whether there is a word for this key. */
export function knows(key) {
    return key in dictionary[language()];
}

export function say(key, facts = {}) {
    let word = dictionary[language()][key] ?? dictionary.en[key] ?? key;
    if (typeof word === 'object') {
        plurals[language()] ??= new Intl.PluralRules(locale());
        word = word[plurals[language()].select(Number(facts.n ?? 0))] ?? word.other;
    }
    return word.replace(/\{([a-z_]+)\}/g, (blank, name) => (name in facts ? String(facts[name]) : blank));
}

const PLACES = [
    ['say', (element, text) => { element.textContent = text; }],
    ['sayLabel', (element, text) => element.setAttribute('aria-label', text)],
    ['sayHint', (element, text) => element.setAttribute('placeholder', text)],
    ['sayTitle', (element, text) => element.setAttribute('title', text)],
];

/** Fills all marked elements below a root. */
export function translate(root = document) {
    root.querySelectorAll('[data-say],[data-say-label],[data-say-hint],[data-say-title]').forEach(element => {
        for (const [name, put] of PLACES) if (element.dataset[name]) put(element, say(element.dataset[name]));
    });
}
