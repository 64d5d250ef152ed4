// SPDX-License-Identifier: EUPL-1.2
package se.malbild.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The baseline: the HTTP library the service stands on, a connection pool of the same size, the recorded statements and the same bytes of
 * JSON. No login, no validation, no mapping, no framework: the JSON is written beforehand, so the baseline does less than it might.
 */
final class BareServer implements AutoCloseable {
    private static final int LARGEST = 1 << 20;

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HikariDataSource pool;
    private final Channel channel;

    /** What a GET and a POST do: the statements, then the body. */
    record Answers(Replay list, byte[] listBody, Replay insert, byte[] insertBody) {}

    BareServer(String url, String user, String password, Answers answers) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(20);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool = new HikariDataSource(config);
        channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel accepted) {
                        accepted.pipeline()
                                .addLast(
                                        new HttpServerCodec(), new HttpObjectAggregator(LARGEST), new Handler(answers));
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        loops.shutdownGracefully().syncUninterruptibly();
        workers.close();
        pool.close();
    }

    private final class Handler extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final Answers answers;

        Handler(Answers answers) {
            this.answers = answers;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            boolean list = request.method().equals(HttpMethod.GET);
            workers.execute(() -> {
                HttpResponseStatus status = list ? HttpResponseStatus.OK : HttpResponseStatus.CREATED;
                byte[] body = list ? answers.listBody() : answers.insertBody();
                try (Connection connection = pool.getConnection()) {
                    (list ? answers.list() : answers.insert()).run(connection);
                } catch (SQLException e) {
                    status = HttpResponseStatus.INTERNAL_SERVER_ERROR;
                    body = String.valueOf(e.getMessage()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                }
                FullHttpResponse response =
                        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
                response.headers()
                        .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                        .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
                // A client that has gone gets nothing; it is counted where it waits.
                var _ = context.writeAndFlush(response);
            });
        }
    }
}
