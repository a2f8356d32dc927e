package hansom.node;

import hansom.contract.fare.Fare;
import hansom.contract.fare.FareItem;
import hansom.contract.fare.TariffId;
import hansom.contract.fare.Waypoint;
import hansom.contract.geo.Grounds;
import hansom.contract.geo.Point;
import hansom.contract.money.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one filled example of any type of the contract, the same at every run. */
final class Samples {
    private static final String UUID = "019a0000-0000-7000-8000-000000000000";
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<String> IDS = List.of(
            "ord_", "sft_", "pay_", "rat_", "prs_", "rid_", "drv_", "veh_", "flt_", "crd_", "plc_", "ctc_", "cls_",
            "mrd_", "con_", "clo_", "spl_", "car_", "ctt_", "fle_", "opr_");
    /** What came into a form later and may be absent, so that the form is still the one of old. */
    private static final Set<Class<?>> LATER = Set.of(Grounds.class);

    private Samples() {}

    /** One example; of a sealed interface, of its first kind. */
    static Object of(Type type) {
        if (type instanceof ParameterizedType generic) return ofGeneric(generic);
        Class<?> plain = (Class<?>) type;
        return known(plain).orElseGet(() -> build(plain));
    }

    /** One example of each kind in a sealed family, records in records included. */
    static List<Object> ofFamily(Class<?> family) {
        List<Object> all = new ArrayList<>();
        for (Class<?> kind : family.getPermittedSubclasses()) {
            if (kind.isSealed()) all.addAll(ofFamily(kind));
            else all.add(of(kind));
        }
        return all;
    }

    private static Object ofGeneric(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == List.class)
            return arguments[0] == Waypoint.class
                    ? List.of(of(Waypoint.class), of(Waypoint.class))
                    : List.of(of(arguments[0]));
        if (raw == Set.class) return Set.of(of(arguments[0]));
        if (raw == Map.class) return Map.of(of(arguments[0]), of(arguments[1]));
        throw new AssertionError("no example of " + type);
    }

    private static Optional<Object> known(Class<?> type) {
        if (type == String.class) return Optional.of("text");
        if (type == long.class || type == Long.class) return Optional.of(42L);
        if (type == int.class || type == Integer.class) return Optional.of(3);
        if (type == double.class || type == Double.class) return Optional.of(1.5);
        if (type == boolean.class || type == Boolean.class) return Optional.of(true);
        if (type == Instant.class) return Optional.of(Instant.parse("2026-11-24T08:30:00Z"));
        if (type == Duration.class) return Optional.of(Duration.ofSeconds(90));
        if (type == LocalDate.class) return Optional.of(LocalDate.parse("2026-11-24"));
        if (type == LocalTime.class) return Optional.of(LocalTime.parse("22:00"));
        if (type == ZoneId.class) return Optional.of(ZoneId.of("Europe/Monaco"));
        if (type == Currency.class) return Optional.of(EUR);
        if (type == Money.class) return Optional.of(new Money(1250, EUR));
        if (type == Point.class) return Optional.of(new Point(43.7311, 7.4197));
        if (type == Fare.class) return Optional.of(Fare.of(List.of((FareItem) of(FareItem.class)), EUR));
        return Optional.empty();
    }

    private static Object build(Class<?> type) {
        if (type.isEnum()) return type.getEnumConstants()[0];
        if (type.isSealed() && type.isInterface()) return of(type.getPermittedSubclasses()[0]);
        if (!type.isRecord()) throw new AssertionError("no example of " + type);
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1 && components[0].getType() == String.class) return identifier(type);
        return construct(
                type,
                Arrays.stream(components)
                        .map(component -> LATER.contains(component.getType()) ? null : of(component.getGenericType()))
                        .toArray());
    }

    /** The first form of an identifier that the type takes. */
    private static Object identifier(Class<?> type) {
        List<String> forms =
                new ArrayList<>(IDS.stream().map(prefix -> prefix + UUID).toList());
        forms.add("off_%s_%s_1".formatted(UUID, UUID));
        forms.add("pay_%s:capture:1".formatted(UUID));
        forms.add("pot_drv_%s_20261124_eur".formatted(UUID));
        if (!type.getSimpleName().endsWith("Id") || type == TariffId.class) forms.addFirst("text");
        for (String form : forms) {
            try {
                return construct(type, form);
            } catch (IllegalArgumentException anotherForm) {
                continue;
            }
        }
        throw new AssertionError("no identifier of the form that %s takes".formatted(type));
    }

    private static Object construct(Class<?> type, Object... values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException wrongForm) throw wrongForm;
            throw new AssertionError(type + " refuses its example", refused.getCause());
        } catch (ReflectiveOperationException unreachable) {
            throw new AssertionError(unreachable);
        }
    }
}
