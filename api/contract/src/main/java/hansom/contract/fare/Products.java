package hansom.contract.fare;

import java.util.List;

/** The classes that can be ordered somewhere, each with its tariff. */
public record Products(List<Tariff> tariffs) {
    public Products {
        tariffs = List.copyOf(tariffs);
    }
}
