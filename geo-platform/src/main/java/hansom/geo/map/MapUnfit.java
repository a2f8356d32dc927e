package hansom.geo.map;

import hansom.contract.refusal.RefusalCode;

/** Why a map is not gone over to. */
public final class MapUnfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    public MapUnfit(RefusalCode code, String why) {
        super(why);
        this.code = code;
    }

    public RefusalCode code() {
        return code;
    }
}
