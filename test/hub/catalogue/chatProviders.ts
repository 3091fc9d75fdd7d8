/**
 * Who serves which chat model: model, provider, its name there (`=` when it is the same), context length, USD per
 * million tokens (input/output), first token in ms, tokens per second, and marks: `tools`, `json` (structured output),
 * `author` (the provider made the model), `staging`, `error`, `deprecated` (calls are answered with 410).
 * `-` is unknown. The figures have the size of real ones; `quantumleap` is a provider that no client knows.
 */
export const CHAT_PROVIDERS = `
openai/gpt-oss-120b                           | cerebras       | gpt-oss-120b                           | 131072 | 0.25/0.69 | 240   | 1560  | tools json
openai/gpt-oss-120b                           | groq           | =                                      | 131072 | 0.15/0.75 | 310   | 480   | tools
openai/gpt-oss-120b                           | fireworks-ai   | accounts/fireworks/models/gpt-oss-120b | 131072 | 0.15/0.6  | 560   | 210   | tools json
openai/gpt-oss-120b                           | together       | =                                      | 131072 | 0.15/0.6  | 480   | 165   | tools
openai/gpt-oss-120b                           | novita         | =                                      | 131072 | 0.05/0.25 | 890   | 92    | tools
openai/gpt-oss-120b                           | nscale         | =                                      | 131072 | 0.1/0.4   | -     | -     | staging
openai/gpt-oss-120b                           | hyperbolic     | =                                      | 131072 | -         | -     | -     | error
openai/gpt-oss-20b                            | groq           | =                                      | 131072 | 0.1/0.5   | 180   | 930   | tools
openai/gpt-oss-20b                            | together       | =                                      | 131072 | 0.05/0.2  | 350   | 240   | tools
openai/gpt-oss-20b                            | hf-inference   | =                                      | 131072 | -         | 700   | 60    | -
deepseek-ai/DeepSeek-V3.2                     | novita         | deepseek/deepseek-v3.2                 | 163840 | 0.27/0.4  | 1490  | 24.69 | tools json
deepseek-ai/DeepSeek-V3.2                     | fireworks-ai   | =                                      | 163840 | 0.56/1.68 | 588.4 | 45.4  | tools json
deepseek-ai/DeepSeek-V3.2                     | featherless-ai | =                                      | -      | -         | -     | -     | -
deepseek-ai/DeepSeek-R1-0528                  | fireworks-ai   | =                                      | 163840 | 1.35/5.4  | 900   | 70    | tools
deepseek-ai/DeepSeek-R1-0528                  | novita         | deepseek/deepseek-r1-0528              | 163840 | 0.7/2.5   | 1800  | 30    | tools
deepseek-ai/DeepSeek-R1-0528                  | together       | =                                      | 163840 | 3/7       | 760   | 90    | -
meta-llama/Llama-3.3-70B-Instruct             | groq           | llama-3.3-70b-versatile                | 131072 | 0.59/0.79 | 210   | 276   | tools
meta-llama/Llama-3.3-70B-Instruct             | cerebras       | llama-3.3-70b                          | 131072 | 0.85/1.2  | 160   | 2100  | tools deprecated
meta-llama/Llama-3.3-70B-Instruct             | scaleway       | llama-3.3-70b-instruct                 | 100000 | 0.9/0.9   | 430   | 55    | tools json
meta-llama/Llama-3.3-70B-Instruct             | ovhcloud       | Meta-Llama-3_3-70B-Instruct            | 131072 | 0.74/0.74 | 390   | 48    | -
meta-llama/Llama-3.1-8B-Instruct              | cerebras       | llama3.1-8b                            | 32768  | 0.1/0.1   | 140   | 2400  | tools
meta-llama/Llama-3.1-8B-Instruct              | nscale         | =                                      | 131072 | 0.03/0.03 | 520   | 88    | -
meta-llama/Llama-3.1-8B-Instruct              | featherless-ai | =                                      | 32768  | -         | -     | -     | -
meta-llama/Llama-3.2-1B-Instruct              | novita         | =                                      | 131000 | 0.02/0.02 | -     | 120   | -
meta-llama/Llama-Guard-4-12B                  | groq           | =                                      | 131072 | 0.2/0.2   | -     | 320   | -
Qwen/Qwen3-32B                                | groq           | =                                      | 131072 | 0.29/0.59 | 190   | 660   | tools
Qwen/Qwen3-32B                                | cerebras       | qwen-3-32b                             | 65536  | 0.4/0.8   | 170   | 1800  | tools
Qwen/Qwen3-32B                                | nscale         | =                                      | 40960  | 0.08/0.25 | -     | 74    | -
Qwen/Qwen3-32B                                | sambanova      | =                                      | 32768  | 0.4/0.8   | -     | 300   | -
Qwen/Qwen3-4B-Instruct-2507                   | nscale         | =                                      | 262144 | 0.01/0.03 | -     | 130   | tools
Qwen/Qwen3-4B-Instruct-2507                   | featherless-ai | =                                      | 32768  | -         | -     | -     | -
Qwen/Qwen3-Coder-30B-A3B-Instruct             | scaleway       | qwen3-coder-30b-a3b-instruct           | 128000 | 0.2/0.8   | 340   | 130   | tools json
Qwen/Qwen3-Coder-30B-A3B-Instruct             | nscale         | =                                      | 262144 | 0.08/0.28 | 410   | 96    | tools
Qwen/Qwen3-Coder-30B-A3B-Instruct             | novita         | qwen/qwen3-coder-30b-a3b-instruct      | 160000 | 0.07/0.27 | 760   | 81    | tools
Qwen/Qwen2.5-Coder-32B-Instruct               | nscale         | =                                      | 131072 | 0.06/0.2  | -     | 66    | -
Qwen/Qwen2.5-Coder-32B-Instruct               | featherless-ai | =                                      | -      | -         | -     | -     | -
Qwen/Qwen2.5-Coder-32B-Instruct               | hyperbolic     | =                                      | -      | 0.2/0.2   | -     | -     | error
Qwen/Qwen2.5-VL-7B-Instruct                   | ovhcloud       | Qwen2.5-VL-72B-Instruct                | 32768  | 0.2/0.2   | -     | 58    | -
google/gemma-3-27b-it                         | featherless-ai | =                                      | 32768  | -         | -     | -     | -
google/gemma-3-27b-it                         | scaleway       | gemma-3-27b-it                         | 40000  | 0.25/0.5  | -     | 61    | -
google/gemma-3-27b-it                         | nebius         | google/gemma-3-27b-it-fast             | 110000 | 0.2/0.6   | -     | 120   | error
google/gemma-3-4b-it                          | deepinfra      | =                                      | 131072 | 0.04/0.08 | -     | 88    | -
moonshotai/Kimi-K2-Instruct-0905              | groq           | =                                      | 262144 | 1/3       | 420   | 350   | tools
moonshotai/Kimi-K2-Instruct-0905              | together       | =                                      | 262144 | 1/3       | 800   | 52    | tools json
moonshotai/Kimi-K2-Instruct-0905              | featherless-ai | =                                      | 32768  | -         | -     | -     | -
zai-org/GLM-4.6                               | zai-org        | glm-4.6                                | 204800 | 0.6/2.2   | 1300  | 58    | tools author
zai-org/GLM-4.6                               | novita         | zai-org/glm-4.6                        | 204800 | 0.6/2.2   | 1500  | 35    | tools
CohereLabs/command-a-03-2025                  | cohere         | command-a-03-2025                      | 256000 | 2.5/10    | -     | 95    | tools author
mistralai/Mistral-7B-Instruct-v0.3            | together       | =                                      | 32768  | 0.2/0.2   | -     | -     | deprecated
mistralai/Mistral-7B-Instruct-v0.3            | novita         | =                                      | 32768  | 0.03/0.05 | -     | 77    | -
mistralai/Mistral-7B-Instruct-v0.3            | featherless-ai | =                                      | -      | -         | -     | -     | -
mistralai/Mistral-Small-3.2-24B-Instruct-2506 | scaleway       | mistral-small-3.2-24b-instruct-2506    | 131072 | 0.15/0.35 | -     | 73    | tools json
mistralai/Mistral-Small-3.2-24B-Instruct-2506 | publicai       | =                                      | 32768  | -         | -     | -     | -
swiss-ai/Apertus-8B-Instruct-2509             | publicai       | swiss-ai/apertus-8b-instruct           | -      | -         | -     | 41    | -
HuggingFaceTB/SmolLM3-3B                      | hf-inference   | =                                      | 65536  | -         | 220   | 90    | -
HuggingFaceTB/SmolLM2-135M-Instruct           | baseten        | =                                      | 8192   | -         | -     | -     | -
baidu/ERNIE-4.5-21B-A3B-PT                    | quantumleap    | ernie-4.5-21b                          | 120000 | 0.07/0.28 | -     | 64    | -
acme/support-chat                             | hf-inference   | =                                      | 8192   | -         | 300   | 40    | -
acme/gated-support-chat                       | hf-inference   | =                                      | 8192   | -         | 300   | 40    | -
ada/private-notes-chat                        | hf-inference   | =                                      | 8192   | -         | 300   | 40    | -
`;
