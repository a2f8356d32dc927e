package hansom.contract.person;

/**
 * A person's own text (name, phone, address typed, document number), encrypted by the edge under the key of {@code person} (a rider's or
 * driver's id) before it becomes part of a message. Only the edge opens it; when the key is destroyed nobody can.
 */
public record Sealed(String person, String cipher) {}
