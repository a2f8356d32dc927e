package hansom.edge.developer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** The last touches to the OpenAPI document: relative to wherever it was read, files as bytes, examples of the kind they stand for. */
@Component
final class Finish implements GlobalOpenApiCustomizer {

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public void customise(OpenAPI document) {
        document.setServers(List.of(new Server().url("/").description("This node")));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(Finish::files);
        for (Map.Entry<String, Schema> model :
                document.getComponents().getSchemas().entrySet()) {
            Map<String, Schema> properties = model.getValue().getProperties();
            if (properties != null) properties.values().forEach(property -> exampleOfItsKind(property));
        }
    }

    private static void files(Operation operation) {
        if (operation.getRequestBody() == null) return;
        Content content = operation.getRequestBody().getContent();
        if (content == null) return;
        content.forEach((type, body) -> {
            if (type.startsWith("image/") || type.equals("application/pdf"))
                body.setSchema(ProblemSchema.typed("string").format("binary"));
        });
    }

    private static void exampleOfItsKind(Schema<?> schema) {
        boolean text = schema.getTypes() != null && schema.getTypes().contains("string");
        if (text && schema.getExample() instanceof Number) schema.setExample(String.valueOf(schema.getExample()));
    }
}
