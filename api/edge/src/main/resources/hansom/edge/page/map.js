// The map of a page: OpenLayers over the node's own vector tiles, in light and dark, with marks and lines, and a stage on which cars glide.
//
//   const map = await openMap(element);                        the whole map, its attribution, zoom buttons
//   map.mark('to', {lat, lng}, 'drop_off'); map.unmark('to');  kinds: pickup, drop_off, stop, me, driver
//   map.line('route', [{lat, lng}, …], 'route'); map.unline()  kinds: route (still to drive), driven, hint
//   map.traffic(true)                                           slow roads in amber and red, closed ones dashed; false takes them away
//   map.show([{lat, lng}, …], padding)                         brings all of these into view
//   map.onTap((point, pixel) => …)                             a click or a tap that was no drag
//   map.stage.add({paint(context, toPixel, now) → more?})      paints over the map, frame by frame while it asks for more
import {call, pause, send} from './api.js';
import {groundColour, groundStyle} from './ground.js';
import {points} from './line.js';
import {calm, dark, onLook} from './look.js';
import {language, onLanguage, say, words} from './words.js';

words({
    en: {map: 'Map', zoom_in: 'Zoom in', zoom_out: 'Zoom out', map_missing: 'The map does not answer yet.'},
    ru: {map: 'Карта', zoom_in: 'Приблизить', zoom_out: 'Отдалить', map_missing: 'Карта пока не отвечает.'},
});

export const toPlane = point => ol.proj.fromLonLat([point.lng, point.lat]);
export const toPoint = coordinate => {
    const [lng, lat] = ol.proj.toLonLat(coordinate);
    return {lat: Math.round(lat * 1e6) / 1e6, lng: Math.round(lng * 1e6) / 1e6};
};

/** A colour of base.css as the canvas wants it. */
export function ink(name) {
    const probe = document.createElement('i');
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
}

const thin = colour => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
    return [red, green, blue, 0.18];
};

const TRAFFIC_MILLIS = 15_000;
const TILE_PAUSES = [1500, 4000, 10_000, 20_000];

/** A tile that is cut for the first time on a busy node may be late: it is asked for again. */
function loadTile(tile, url) {
    tile.setLoader(async (extent, resolution, projection) => {
        for (let attempt = 0; ; attempt++) {
            try {
                const answer = await send('GET', url, {repeat: false, patience: 20_000, cache: 'default'});
                const content = answer.status === 204 ? null : await answer.arrayBuffer();
                tile.setFeatures(content ? tile.getFormat().readFeatures(content, {extent, featureProjection: projection}) : []);
                return;
            } catch (problem) {
                if (attempt >= TILE_PAUSES.length || problem.status === 400) return tile.onError();
                await pause(TILE_PAUSES[attempt]);
            }
        }
    });
}

/** Draws the map into an element; options: centre, zoom, controls. */
export async function openMap(element, options = {}) {
    const info = options.info ?? await call('GET', '/v1/map');
    return new CityMap(element, info, options);
}

class CityMap {
    constructor(element, info, {centre = info.centre, zoom, controls = true}) {
        this.info = info;
        this.element = element;
        element.classList.add('map');
        element.tabIndex = 0;
        element.setAttribute('role', 'application');
        const corners = [...toPlane(info.south_west), ...toPlane(info.north_east)];
        this.view = new ol.View({
            center: toPlane(centre), zoom: zoom ?? 14, maxZoom: 19, enableRotation: false, constrainResolution: false,
            extent: ol.extent.buffer(corners, Math.max(ol.extent.getWidth(corners), ol.extent.getHeight(corners)) * 0.35),
            constrainOnlyCenter: true,
        });
        this.tiles = new ol.layer.VectorTile({
            declutter: true, background: groundColour(dark()), renderBuffer: 96, updateWhileAnimating: false, updateWhileInteracting: false,
            source: new ol.source.VectorTile({
                format: new ol.format.MVT(), url: info.tiles, transition: 0, tileLoadFunction: loadTile,
                tileGrid: ol.tilegrid.createXYZ({tileSize: 512, maxZoom: info.deepest_zoom, minZoom: 0}),
            }),
        });
        this.slow = new ol.layer.Vector({source: new ol.source.Vector(), style: feature => this.#slowStyle(feature.get('level')), visible: false});
        this.lines = new ol.layer.Vector({source: new ol.source.Vector(), style: feature => this.#lineStyle(feature.get('kind')), updateWhileAnimating: true, updateWhileInteracting: true});
        this.marks = new ol.layer.Vector({source: new ol.source.Vector(), style: feature => this.#markStyle(feature.get('kind')), updateWhileAnimating: true, updateWhileInteracting: true});
        this.ol = new ol.Map({target: element, view: this.view, layers: [this.tiles, this.slow, this.lines, this.marks], controls: [], moveTolerance: 4});
        this.stage = new Stage(this.ol, element);
        if (zoom === undefined) this.view.fit(corners, {size: [element.clientWidth || 800, element.clientHeight || 600], padding: [24, 24, 24, 24]});
        this.#words();
        if (controls) this.#buttons();
        this.#paint();
        onLook(() => this.#paint());
        onLanguage(() => this.#paint());
    }

    #paint() {
        this.element.setAttribute('aria-label', `${say('map')} · ${this.info.name}`);
        this.tiles.setBackground(groundColour(dark()));
        this.tiles.setStyle(groundStyle(dark(), language()));
        this.styles = new Map();
        this.slow.changed();
        this.lines.changed();
        this.marks.changed();
        this.stage.repaint();
    }

    #words() {
        const words = document.createElement('div');
        words.className = 'map-words';
        const link = document.createElement('a');
        link.href = 'https://www.openstreetmap.org/copyright';
        link.rel = 'noopener noreferrer';
        link.target = '_blank';
        link.textContent = this.info.attribution;
        words.append(link);
        this.element.append(words);
    }

    #buttons() {
        const box = document.createElement('div');
        box.className = 'map-zoom float';
        for (const [key, sign, by] of [['zoom_in', '+', 1], ['zoom_out', '−', -1]]) {
            const button = document.createElement('button');
            button.type = 'button';
            button.textContent = sign;
            button.dataset.sayLabel = key;
            button.setAttribute('aria-label', say(key));
            button.addEventListener('click', () => this.view.animate({zoom: this.view.getZoom() + by, duration: calm() ? 0 : 220}));
            box.append(button);
        }
        this.element.append(box);
    }

    #lineStyle(kind) {
        const {Style, Stroke} = ol.style;
        return this.#style('line ' + kind, () => {
            const colour = {route: ink('ink'), driven: ink('ride'), hint: ink('ink-3')}[kind] ?? ink('ink');
            const under = new Style({stroke: new Stroke({color: ink('surface'), width: 8, lineCap: 'round', lineJoin: 'round'})});
            const dash = kind === 'hint' ? [2, 8] : undefined;
            const over = new Style({stroke: new Stroke({color: colour, width: kind === 'hint' ? 3 : 4.5, lineCap: 'round', lineJoin: 'round', lineDash: dash})});
            return kind === 'hint' ? [over] : [under, over];
        });
    }

    // Worse is wider, so that it can be told without colours; what is closed is dashed.
    #slowStyle(level) {
        const {Style, Stroke} = ol.style;
        return this.#style('slow ' + level, () => {
            const [name, width, lineDash] = {slow: ['traffic-slow', 3], jammed: ['traffic-jammed', 5], closed: ['ink', 4, [1, 7]]}[level];
            return [new Style({stroke: new Stroke({color: ink(name), width, lineDash, lineCap: 'round', lineJoin: 'round'}), zIndex: width})];
        });
    }

    /** Shows where the roads are slow, and goes on showing it as they change. */
    traffic(shown) {
        if (shown === this.slow.getVisible()) return;
        this.slow.setVisible(shown);
        clearInterval(this.slowly);
        this.ol.un('moveend', this.#readTraffic);
        if (!shown) return;
        this.ol.on('moveend', this.#readTraffic);
        this.slowly = setInterval(this.#readTraffic, TRAFFIC_MILLIS);
        this.#readTraffic();
    }

    /** What cannot be read now is read the next time; what was shown stays. */
    #readTraffic = async () => {
        if (document.hidden) return;
        const [west, south, east, north] = this.view.calculateExtent();
        const [low, high] = [toPoint([west, south]), toPoint([east, north])];
        try {
            const {stretches} = await call('GET', `/v1/map/traffic?south_west=${low.lat},${low.lng}&north_east=${high.lat},${high.lng}`);
            const source = this.slow.getSource();
            source.clear(true);
            source.addFeatures(stretches.map(({polyline, level}) => new ol.Feature({geometry: new ol.geom.LineString(points(polyline).map(toPlane)), level})));
        } catch {
            // The next reading tells.
        }
    };

    // Where one is picked up is round, where one gets out is square, a stop is a small ring.
    #markStyle(kind) {
        const {Style, Circle, RegularShape, Fill, Stroke} = ol.style;
        return this.#style('mark ' + kind, () => {
            const edge = new Stroke({color: ink('surface'), width: 2});
            const body = new Fill({color: ink('ink')});
            const heart = new Fill({color: ink('surface')});
            switch (kind) {
                case 'drop_off':
                    return [
                        new Style({image: new RegularShape({points: 4, radius: 13, angle: Math.PI / 4, fill: body, stroke: edge})}),
                        new Style({image: new RegularShape({points: 4, radius: 4.5, angle: Math.PI / 4, fill: heart})}),
                    ];
                case 'stop':
                    return [new Style({image: new Circle({radius: 6, fill: heart, stroke: new Stroke({color: ink('ink'), width: 3})})})];
                case 'me':
                    return [
                        new Style({image: new Circle({radius: 14, fill: new Fill({color: thin(ink('ride'))})})}),
                        new Style({image: new Circle({radius: 7, fill: new Fill({color: ink('ride')}), stroke: new Stroke({color: ink('surface'), width: 2.5})})}),
                    ];
                default:
                    return [
                        new Style({image: new Circle({radius: 9.5, fill: body, stroke: edge})}),
                        new Style({image: new Circle({radius: 3.2, fill: heart})}),
                    ];
            }
        });
    }

    #style(key, make) {
        this.styles ??= new Map();
        if (!this.styles.has(key)) this.styles.set(key, make());
        return this.styles.get(key);
    }

    #put(layer, id, geometry, kind) {
        const source = layer.getSource();
        const known = source.getFeatureById(id);
        const feature = known ?? new ol.Feature();
        feature.setGeometry(geometry);
        feature.set('kind', kind);
        if (known) return;
        feature.setId(id);
        source.addFeature(feature);
    }

    #take(layer, id) {
        const source = layer.getSource();
        if (id === undefined) source.clear();
        else {
            const known = source.getFeatureById(id);
            if (known) source.removeFeature(known);
        }
    }

    mark(id, point, kind = 'pickup') {
        this.#put(this.marks, id, new ol.geom.Point(toPlane(point)), kind);
    }

    unmark(id) {
        this.#take(this.marks, id);
    }

    line(id, points, kind = 'route') {
        this.#put(this.lines, id, new ol.geom.LineString(points.map(toPlane)), kind);
    }

    unline(id) {
        this.#take(this.lines, id);
    }

    /** Brings points into view; padding in pixels: a number or [top, right, bottom, left]. */
    show(points, padding = 64, {most = 16.5, swift = false} = {}) {
        if (points.length === 0) return;
        const sides = typeof padding === 'number' ? [padding, padding, padding, padding] : padding;
        this.view.fit(ol.extent.boundingExtent(points.map(toPlane)), {padding: sides, maxZoom: most, duration: swift || calm() ? 0 : 500, easing: ol.easing.inAndOut});
    }

    centre(point, zoom = this.view.getZoom(), {swift = false} = {}) {
        this.view.animate({center: toPlane(point), zoom, duration: swift || calm() ? 0 : 400});
    }

    onTap(handler) {
        this.ol.on('singleclick', event => handler(toPoint(event.coordinate), event.pixel));
    }

    /** Calls back once all that is in view is drawn. */
    drawn() {
        return new Promise(done => this.ol.once('rendercomplete', done));
    }
}

/** A canvas over the map for what moves, so that a gliding car does not draw the streets anew. */
class Stage {
    #canvas = document.createElement('canvas');
    #painters = new Set();
    #transform = null;
    #waiting = 0;

    constructor(map, element) {
        this.#canvas.className = 'cars';
        this.#canvas.setAttribute('aria-hidden', 'true');
        element.querySelector('.ol-viewport').append(this.#canvas);
        map.on('postrender', event => {
            if (!event.frameState) return;
            this.#transform = event.frameState.coordinateToPixelTransform.slice();
            this.#draw(performance.now());
        });
        document.addEventListener('visibilitychange', () => this.repaint());
    }

    add(painter) {
        this.#painters.add(painter);
        painter.repaint = () => this.repaint();
        this.repaint();
        return () => this.#painters.delete(painter);
    }

    repaint() {
        this.#painters.forEach(painter => painter.look?.());
        this.wake();
    }

    /** Paints at the next frame. */
    wake() {
        if (this.#waiting || document.hidden) return;
        this.#waiting = requestAnimationFrame(now => {
            this.#waiting = 0;
            this.#draw(now);
        });
    }

    #draw(now) {
        const transform = this.#transform;
        if (!transform) return;
        const context = this.#fitted();
        const toPixel = ([x, y]) => [transform[0] * x + transform[2] * y + transform[4], transform[1] * x + transform[3] * y + transform[5]];
        let more = false;
        for (const painter of this.#painters) more = painter.paint(context, toPixel, now, this.#size) || more;
        if (more) this.wake();
    }

    #size = [0, 0];

    #fitted() {
        const canvas = this.#canvas;
        const scale = Math.min(2, devicePixelRatio || 1);
        const {clientWidth: width, clientHeight: height} = canvas.parentElement;
        const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
        if (canvas.width !== wide || canvas.height !== high) {
            canvas.width = wide;
            canvas.height = high;
            canvas.style.width = `${width}px`;
            canvas.style.height = `${height}px`;
        }
        this.#size = [width, height];
        const context = canvas.getContext('2d');
        context.setTransform(scale, 0, 0, scale, 0, 0);
        context.clearRect(0, 0, width, height);
        return context;
    }
}
