// The convolutions and poolings of the notebook's CNN as bare oneDNN primitives, forward and
// backward with relu fused where oneDNN can: no dense layers, no loss, no optimizer, no input.
//
//   c++ -O2 -std=c++17 onednn_cnn.cpp -ldnnl -o onednn_cnn && ./onednn_cnn STEPS BATCH EPOCHS
//
// Every primitive chooses its own memory format; reorders between them are counted.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <unordered_map>
#include <vector>

#include "oneapi/dnnl/dnnl.hpp"

using namespace dnnl;
using Tag = memory::format_tag;
using Dims = memory::dims;

struct Call {
  primitive what;
  std::unordered_map<int, memory> arguments;
};

struct Network {
  engine machine{engine::kind::cpu, 0};
  stream line{machine};
  std::vector<Call> forward, backward;  // backward runs from its end

  memory filled(const memory::desc &description) {
    memory made(description, machine);
    auto *values = static_cast<float *>(made.get_data_handle());
    for (size_t i = 0; i < description.get_size() / sizeof(float); i++)
      values[i] = 0.01f * (float(i * 2654435761u % 2001) / 1000.0f - 1.0f);
    return made;
  }

  memory as(const memory &source, const memory::desc &wanted, std::vector<Call> &list) {
    if (source.get_desc() == wanted) return source;
    memory target(wanted, machine);
    list.push_back({reorder(source, target), {{DNNL_ARG_FROM, source}, {DNNL_ARG_TO, target}}});
    return target;
  }

  // The calls of a layer's backward pass, in their order; layers are run back to front.
  std::vector<std::vector<Call>> layers;
  std::vector<memory> gradients;  // by each layer's output, in the format it likes

  memory convolution(const memory &input, int batch, int in, int out, int side, bool first,
                     memory *sourceGradient) {
    Dims source{batch, in, side, side}, weights{out, in, 3, 3}, bias{out};
    Dims target{batch, out, side - 2, side - 2}, ones{1, 1}, none{0, 0};
    auto any = [](const Dims &dims) { return memory::desc(dims, memory::data_type::f32, Tag::any); };
    memory::desc plain(bias, memory::data_type::f32, Tag::x);
    post_ops after;
    after.append_eltwise(1.0f, algorithm::eltwise_relu, 0, 0);
    primitive_attr fused;
    fused.set_post_ops(after);
    convolution_forward::primitive_desc f(
        {prop_kind::forward_training, algorithm::convolution_direct, any(source), any(weights),
         plain, any(target), ones, none, none}, fused, machine);
    convolution_backward_weights::primitive_desc bw(
        {algorithm::convolution_direct, any(source), any(weights), plain, any(target), ones, none,
         none}, machine, f);
    memory w = filled(f.weights_desc()), b = filled(plain), y(f.dst_desc(), machine);
    memory x = as(input, f.src_desc(), forward);
    forward.push_back({convolution_forward(f), {{DNNL_ARG_SRC, x}, {DNNL_ARG_WEIGHTS, w},
                                                {DNNL_ARG_BIAS, b}, {DNNL_ARG_DST, y}}});
    std::vector<Call> back;
    memory g = filled(f.dst_desc());
    gradients.push_back(g);
    // relu's backward needs the sign alone, which the output has as well as the input
    memory gr(f.dst_desc(), machine);
    eltwise_forward::primitive_desc rf({prop_kind::forward_training,
        algorithm::eltwise_relu_use_dst_for_bwd, f.dst_desc(), 0.0f}, machine);
    eltwise_backward::primitive_desc rb({algorithm::eltwise_relu_use_dst_for_bwd, f.dst_desc(),
        f.dst_desc(), 0.0f}, machine, rf);
    back.push_back({eltwise_backward(rb), {{DNNL_ARG_DST, y}, {DNNL_ARG_DIFF_DST, g},
                                           {DNNL_ARG_DIFF_SRC, gr}}});
    memory dw(bw.diff_weights_desc(), machine), db(plain, machine);
    memory xb = as(x, bw.src_desc(), back), gb = as(gr, bw.diff_dst_desc(), back);
    back.push_back({convolution_backward_weights(bw),
                    {{DNNL_ARG_SRC, xb}, {DNNL_ARG_DIFF_DST, gb}, {DNNL_ARG_DIFF_WEIGHTS, dw},
                     {DNNL_ARG_DIFF_BIAS, db}}});
    if (!first) {
      convolution_backward_data::primitive_desc bd(
          {algorithm::convolution_direct, any(source), any(weights), any(target), ones, none, none},
          machine, f);
      memory dx(bd.diff_src_desc(), machine);
      memory wd = as(w, bd.weights_desc(), back), gd = as(gr, bd.diff_dst_desc(), back);
      back.push_back({convolution_backward_data(bd),
                      {{DNNL_ARG_DIFF_DST, gd}, {DNNL_ARG_WEIGHTS, wd}, {DNNL_ARG_DIFF_SRC, dx}}});
      as(dx, sourceGradient->get_desc(), back);
    }
    layers.push_back(back);
    return y;
  }

  memory pooling(const memory &input, int batch, int channels, int side, memory *output) {
    Dims target{batch, channels, side / 2, side / 2}, two{2, 2}, none{0, 0};
    memory::desc any(target, memory::data_type::f32, Tag::any);
    pooling_forward::primitive_desc f({prop_kind::forward_training, algorithm::pooling_max,
        input.get_desc(), any, two, two, none, none}, machine);
    pooling_backward::primitive_desc b({algorithm::pooling_max, input.get_desc(), f.dst_desc(), two,
        two, none, none}, machine, f);
    memory y(f.dst_desc(), machine), workspace(f.workspace_desc(), machine);
    forward.push_back({pooling_forward(f), {{DNNL_ARG_SRC, input}, {DNNL_ARG_DST, y},
                                            {DNNL_ARG_WORKSPACE, workspace}}});
    memory g = filled(f.dst_desc()), dx(input.get_desc(), machine);
    layers.push_back({{pooling_backward(b), {{DNNL_ARG_DIFF_DST, g}, {DNNL_ARG_DIFF_SRC, dx},
                                             {DNNL_ARG_WORKSPACE, workspace}}}});
    *output = g;
    return y;
  }

  explicit Network(int batch) {
    memory x = filled({{batch, 1, 28, 28}, memory::data_type::f32, Tag::nhwc}), g1, g2;
    memory a = convolution(x, batch, 1, 32, 28, true, nullptr);
    memory p = pooling(a, batch, 32, 26, &g1);
    memory b = convolution(p, batch, 32, 64, 13, false, &g1);
    memory q = pooling(b, batch, 64, 11, &g2);
    convolution(q, batch, 64, 64, 5, false, &g2);
  }

  void step() {
    for (auto &call : forward) call.what.execute(line, call.arguments);
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
      for (auto &call : *layer) call.what.execute(line, call.arguments);
    line.wait();
  }
};

int main(int count, char **words) {
  int steps = count > 1 ? atoi(words[1]) : 1875, batch = count > 2 ? atoi(words[2]) : 32;
  int epochs = count > 3 ? atoi(words[3]) : 1;
  Network network(batch);
  for (int i = 0; i < 20; i++) network.step();
  printf("{\"name\": \"onednn\", \"train_s\": [");
  for (int epoch = 0; epoch < epochs; epoch++) {
    auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < steps; i++) network.step();
    std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    printf("%s%.6f", epoch ? ", " : "", passed.count());
  }
  printf("]}\n");
}
