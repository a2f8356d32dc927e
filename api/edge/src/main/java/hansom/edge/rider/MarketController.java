package hansom.edge.rider;

import hansom.contract.driver.VehicleType;
import hansom.contract.fare.FareQuery.ListProducts;
import hansom.contract.fare.ProductClass;
import hansom.contract.fare.Products;
import hansom.contract.fare.Tariff;
import hansom.contract.fare.Wish;
import hansom.contract.geo.GeoQuery.ListNearbyCars;
import hansom.contract.geo.NearbyCars;
import hansom.contract.refusal.RefusalCode;
import hansom.edge.ask.Near;
import hansom.edge.ask.Questions;
import hansom.edge.refusal.Refuses;
import hansom.edge.shape.MoneyShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be ordered around a point, and the free cars there. */
@RestController
@Tag(name = "Rider: places")
final class MarketController {
    private final Questions questions;

    MarketController(Questions questions) {
        this.questions = questions;
    }

    /** The classes offered around a point. */
    @Schema(name = "Products")
    record Offered(List<Product> products) {
        Offered {
            products = List.copyOf(products);
        }
    }

    /** One class and its price list. */
    @Schema(name = "Product")
    record Product(
            ProductClass productClass,
            VehicleType vehicleType,
            int seats,
            String tariffId,
            MoneyShape base,
            MoneyShape perKm,
            MoneyShape perMinute,
            MoneyShape minimum,
            MoneyShape perWaitingMinute,
            long freeWaitingSeconds,

            @Schema(description = "Which wishes can be met and what each adds.")
            Map<Wish, MoneyShape> wishes) {

        static Product of(Tariff tariff) {
            Map<Wish, MoneyShape> wishes = new TreeMap<>();
            tariff.extras().forEach((wish, extra) -> wishes.put(wish, MoneyShape.of(extra)));
            return new Product(
                    tariff.productClass(),
                    tariff.productClass().vehicle(),
                    tariff.productClass().seats(),
                    tariff.id().value(),
                    MoneyShape.of(tariff.base()),
                    MoneyShape.of(tariff.perKm()),
                    MoneyShape.of(tariff.perMinute()),
                    MoneyShape.of(tariff.minimum()),
                    MoneyShape.of(tariff.perWaitingMinute()),
                    tariff.freeWaiting().toSeconds(),
                    wishes);
        }
    }

    /** Free cars around a point, without names. */
    @Schema(name = "NearbyCars")
    record Around(List<Dot> cars) {
        Around {
            cars = List.copyOf(cars);
        }
    }

    /** One free car; the tag stays the same for a quarter of an hour and says nothing of who drives. */
    @Schema(name = "NearbyCar")
    record Dot(String tag, double lat, double lng, @Nullable Integer heading, ProductClass productClass) {
        static Dot of(NearbyCars.Car car) {
            return new Dot(car.tag(), car.point().lat(), car.point().lng(), car.heading(), car.productClass());
        }
    }

    @GetMapping("/v1/products")
    @Operation(summary = "What can be ordered around a point, with price lists")
    @Refuses({RefusalCode.NO_PRODUCT_HERE, RefusalCode.COORDINATES_SWAPPED})
    Offered products(@RequestParam @Parameter(example = "43.7384,7.4246") String near) {
        Products products = questions.get(new ListProducts(Near.point("near", near)), Products.class);
        return new Offered(products.tariffs().stream()
                .sorted(Comparator.comparing(Tariff::productClass))
                .map(Product::of)
                .toList());
    }

    @GetMapping("/v1/drivers/near")
    @Operation(summary = "Free cars around a point, as anonymous dots")
    @Refuses({RefusalCode.COORDINATES_SWAPPED})
    Around cars(
            @RequestParam @Parameter(example = "43.7384,7.4246") String near,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit) {
        NearbyCars cars = questions.get(new ListNearbyCars(Near.point("near", near), limit), NearbyCars.class);
        return new Around(cars.cars().stream().map(Dot::of).toList());
    }
}
