package hansom.edge.ask;

import io.swagger.v3.oas.annotations.media.Schema;

/** A command was taken: which resource it changed and the version to wait for when reading that resource. */
public record Accepted(
        @Schema(example = "ord_01935d2a-0000-7000-8000-000000000000")
        String id,

        @Schema(description = "Read the same resource with min_version of this.", example = "3")
        long version) {}
