// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.store;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Files in a bucket of an S3-compatible store, under {@code authority/first two digits/address}. What comes in is written to this machine
 * first, so that its address and size are known, and is sent with its hash, which the store checks. A bucket that is not there is made.
 * Thread-safe.
 */
@Singleton
@Requires(property = "malbild.s3.bucket", pattern = ".+")
class S3Store implements FileStore {
    private static final Pattern UUID_PREFIX = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/");
    private static final int NOT_FOUND = 404;
    private static final int FULL = 507;
    private static final String MINIO_FULL = "XMinioStorageFull";

    private final S3Client s3;
    private final String bucket;

    S3Store(
            @Value("${malbild.s3.endpoint}") String endpoint,
            @Value("${malbild.s3.region:eu-north-1}") String region,
            @Value("${malbild.s3.bucket}") String bucket,
            @Value("${malbild.s3.access-key}") String accessKey,
            @Value("${malbild.s3.secret-key}") String secretKey) {
        this.bucket = bucket;
        this.s3 = S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @PreDestroy
    void close() {
        s3.close();
    }

    private static String key(UUID authorityId, String sha256) {
        Intake.requireAddress(sha256);
        return authorityId + "/" + sha256.substring(0, 2) + "/" + sha256;
    }

    @Override
    public Stored put(UUID authorityId, InputStream content, long limitBytes) {
        Path temporary = null;
        try {
            temporary = Files.createTempFile("malbild-s3", ".part");
            Stored taken = Intake.take(content, temporary, limitBytes);
            String checksum = java.util.Base64.getEncoder()
                    .encodeToString(java.util.HexFormat.of().parseHex(taken.sha256()));
            try {
                send(key(authorityId, taken.sha256()), checksum, temporary);
            } catch (NoSuchBucketException first) {
                s3.createBucket(request -> request.bucket(bucket));
                send(key(authorityId, taken.sha256()), checksum, temporary);
            }
            return taken;
        } catch (IOException e) {
            throw Intake.problem(e);
        } catch (SdkException e) {
            throw problem(e);
        } finally {
            discard(temporary);
        }
    }

    private void send(String key, String checksum, Path file) {
        s3.putObject(request -> request.bucket(bucket).key(key).checksumSHA256(checksum), RequestBody.fromFile(file));
    }

    private static void discard(@org.jspecify.annotations.Nullable Path temporary) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException left) {
                temporary.toFile().deleteOnExit();
            }
        }
    }

    @Override
    public InputStream open(UUID authorityId, String sha256) throws IOException {
        String key = key(authorityId, sha256);
        try {
            return s3.getObject(request -> request.bucket(bucket).key(key));
        } catch (NoSuchKeyException gone) {
            throw new NoSuchFileException(sha256);
        } catch (SdkException e) {
            throw problem(e);
        }
    }

    @Override
    public long size(UUID authorityId, String sha256) throws IOException {
        String key = key(authorityId, sha256);
        try {
            return s3.headObject(request -> request.bucket(bucket).key(key)).contentLength();
        } catch (SdkException e) {
            if (isGone(e)) {
                throw new NoSuchFileException(sha256);
            }
            throw problem(e);
        }
    }

    @Override
    public List<UUID> authorities() {
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).delimiter("/")).commonPrefixes().stream()
                .map(CommonPrefix::prefix)
                .filter(prefix -> UUID_PREFIX.matcher(prefix).matches())
                .map(prefix -> UUID.fromString(prefix.substring(0, prefix.length() - 1)))
                .toList();
    }

    @Override
    public List<String> olderThan(UUID authorityId, Instant limit) {
        return s3
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(authorityId + "/"))
                .contents()
                .stream()
                .filter(object -> object.lastModified().isBefore(limit))
                .map(S3Object::key)
                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                .filter(Intake::isAddress)
                .toList();
    }

    @Override
    public boolean removeIfOlder(UUID authorityId, String sha256, Instant limit) {
        String key = key(authorityId, sha256);
        try {
            if (!s3.headObject(request -> request.bucket(bucket).key(key))
                    .lastModified()
                    .isBefore(limit)) {
                return false;
            }
            s3.deleteObject(request -> request.bucket(bucket).key(key));
            return true;
        } catch (SdkException e) {
            if (isGone(e)) {
                return false;
            }
            throw problem(e);
        }
    }

    /** An object is there whole or not at all. */
    @Override
    public int removeUnfinished(UUID authorityId, Instant limit) {
        return 0;
    }

    private static boolean isGone(SdkException e) {
        return e instanceof S3Exception answered && answered.statusCode() == NOT_FOUND;
    }

    private static RuntimeException problem(SdkException e) {
        if (e instanceof S3Exception answered
                && (answered.statusCode() == FULL
                        || MINIO_FULL.equals(answered.awsErrorDetails().errorCode()))) {
            return ProblemException.of(ProblemType.STORAGE_FULL);
        }
        return ProblemException.of(
                ProblemType.UNAVAILABLE,
                "Filförrådet svarar inte just nu. Försök igen om en stund.",
                "The file store does not answer right now. Try again in a moment.");
    }
}
