package hansom.edge.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The AsyncAPI 3 document of live connections, with this node's address in it. */
@RestController
@Tag(name = "Developer")
final class AsyncApiController {
    private final LiveAddress address;
    private final String document;

    AsyncApiController(LiveAddress address) throws IOException {
        this.address = address;
        this.document =
                new ClassPathResource("hansom/edge/live/asyncapi.json").getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/v1/asyncapi.json")
    @SecurityRequirements
    @Operation(summary = "What is pushed, and what may be sent over the socket (AsyncAPI 3)")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    ResponseEntity<byte[]> asyncApi(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(document.replace("@HOST@", address.host(request)).getBytes(StandardCharsets.UTF_8));
    }
}
