package hansom.edge.person;

import hansom.contract.refusal.RefusalCode;
import hansom.edge.refusal.Refused;
import hansom.edge.refusal.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows a picture to anybody signed in who was told its path; the path names the content, so it never changes. */
@RestController
@Tag(name = "People")
final class AvatarController {
    private final PersonalFiles files;

    AvatarController(PersonalFiles files) {
        this.files = files;
    }

    @GetMapping("/v1/avatars/{person}/{hash}")
    @Operation(summary = "A person's picture, 200×200 WebP")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")))
    @Refuses(RefusalCode.NOT_FOUND)
    ResponseEntity<byte[]> avatar(@PathVariable String person, @PathVariable String hash) {
        String file = "avatars/%s/%s".formatted(person, hash);
        if (!person.matches("(rid|drv)_[0-9a-f-]{36}") || !PersonalFiles.belongs(file, "avatars", person))
            throw new Refused(RefusalCode.NOT_FOUND);
        byte[] picture = files.find(file).orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/webp"))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable())
                .body(picture);
    }
}
