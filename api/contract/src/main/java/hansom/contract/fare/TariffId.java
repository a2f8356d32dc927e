package hansom.contract.fare;

/** Names a tariff of a place, class and version, as {@code monaco-economy-1}. */
public record TariffId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
