package dev.ringfence.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Lays over the metadata of objects: who owns which field is a third of what the API server sends
 * of a renewal, and nothing that is read whole is asked for it.
 */
@JsonIgnoreProperties("managedFields")
interface WithoutManagedFields {}
