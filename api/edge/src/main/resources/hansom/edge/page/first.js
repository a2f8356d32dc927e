// Runs before anything is painted: the language and the look that this browser chose last.
(() => {
    const root = document.documentElement;
    let look = null;
    let language = null;
    try {
        look = localStorage.getItem('hansom.look');
        language = localStorage.getItem('hansom.language');
    } catch {
        // A browser that keeps nothing gets what its settings say.
    }
    if (look === 'light' || look === 'dark') root.dataset.look = look;
    const spoken = (navigator.languages ?? [navigator.language]).map(name => name.slice(0, 2));
    root.lang = language === 'ru' || language === 'en' ? language : (spoken.find(name => name === 'ru' || name === 'en') ?? 'en');
})();
