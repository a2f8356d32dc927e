package hansom.drill.book;

import java.util.ArrayList;
import java.util.List;

/** What the counting has found so far. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    public void lost(String promised, String there) {
        all.add(new Finding(Finding.Kind.LOST, promised, there));
    }

    public void twice(String promised, String there) {
        all.add(new Finding(Finding.Kind.DOUBLE, promised, there));
    }

    public void stuck(String promised, String there) {
        all.add(new Finding(Finding.Kind.STUCK, promised, there));
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }

    public long count(Finding.Kind kind) {
        return all.stream().filter(finding -> finding.kind() == kind).count();
    }
}
