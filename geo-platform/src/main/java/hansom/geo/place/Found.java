package hansom.geo.place;

/** A document that answers a question, what ranking needs of it, and how well it answers. */
record Found(int document, Digest digest, double score) {
    Found scored(double better) {
        return new Found(document, digest, better);
    }
}
