/**
 * Who serves which chat model: model, provider, its name there (`=` when it is the same), context length, USD per
 * million tokens (input/output), first token in ms, tokens per second, and marks: `tools`, `json` (structured output),
 * `author` (the provider made the model), `staging`, `error`, `deprecated` (calls are answered with 410).
 * `-` is unknown. The figures have the size of real ones; `quantumleap` is a provider that no client knows.
 */
export const CHAT_PROVIDERS = `
openai/gpt-oss-120b                           | cerebras       | gpt-oss-120b                                             | 131072 | 0.25/0.69 | 240   | 1560  | tools json
openai/gpt-oss-120b                           | groq           | =                                                        | 131072 | 0.15/0.75 | 310   | 480   | tools
openai/gpt-oss-120b                           | fireworks-ai   | accounts/fireworks/models/gpt-oss-120b                   | 131072 | 0.15/0.6  | 560   | 210   | tools json
openai/gpt-oss-120b                           | together       | =                                                        | 131072 | 0.15/0.6  | 480   | 165   | tools
openai/gpt-oss-120b                           | novita         | =                                                        | 131072 | 0.05/0.25 | 890   | 92    | tools
openai/gpt-oss-120b                           | nscale         | =                                                        | 131072 | 0.1/0.4   | -     | -     | staging
openai/gpt-oss-120b                           | hyperbolic     | =                                                        | 131072 | -         | -     | -     | error
openai/gpt-oss-20b                            | groq           | =                                                        | 131072 | 0.1/0.5   | 180   | 930   | tools
openai/gpt-oss-20b                            | together       | =                                                        | 131072 | 0.05/0.2  | 350   | 240   | tools
openai/gpt-oss-20b                            | hf-inference   | =                                                        | 131072 | -         | 700   | 60    | -
deepseek-ai/DeepSeek-V3.2                     | novita         | deepseek/deepseek-v3.2                                   | 163840 | 0.27/0.4  | 1490  | 24.69 | tools json
deepseek-ai/DeepSeek-V3.2                     | fireworks-ai   | =                                                        | 163840 | 0.56/1.68 | 588.4 | 45.4  | tools json
deepseek-ai/DeepSeek-V3.2                     | featherless-ai | =                                                        | -      | -         | -     | -     | -
deepseek-ai/DeepSeek-R1-0528                  | fireworks-ai   | =                                                        | 163840 | 1.35/5.4  | 900   | 70    | tools
deepseek-ai/DeepSeek-R1-0528                  | novita         | deepseek/deepseek-r1-0528                                | 163840 | 0.7/2.5   | 1800  | 30    | tools
deepseek-ai/DeepSeek-R1-0528                  | together       | =                                                        | 163840 | 3/7       | 760   | 90    | -
meta-llama/Llama-3.3-70B-Instruct             | groq           | llama-3.3-70b-versatile                                  | 131072 | 0.59/0.79 | 210   | 276   | tools
meta-llama/Llama-3.3-70B-Instruct             | cerebras       | llama-3.3-70b                                            | 131072 | 0.85/1.2  | 160   | 2100  | tools deprecated
meta-llama/Llama-3.3-70B-Instruct             | scaleway       | llama-3.3-70b-instruct                                   | 100000 | 0.9/0.9   | 430   | 55    | tools json
meta-llama/Llama-3.3-70B-Instruct             | ovhcloud       | Meta-Llama-3_3-70B-Instruct                              | 131072 | 0.74/0.74 | 390   | 48    | -
meta-llama/Llama-3.1-8B-Instruct              | cerebras       | llama3.1-8b                                              | 32768  | 0.1/0.1   | 140   | 2400  | tools
meta-llama/Llama-3.1-8B-Instruct              | nscale         | =                                                        | 131072 | 0.03/0.03 | 520   | 88    | -
meta-llama/Llama-3.1-8B-Instruct              | featherless-ai | =                                                        | 32768  | -         | -     | -     | -
meta-llama/Llama-3.2-1B-Instruct              | novita         | =                                                        | 131000 | 0.02/0.02 | -     | 120   | -
meta-llama/Llama-Guard-4-12B                  | groq           | =                                                        | 131072 | 0.2/0.2   | -     | 320   | -
Qwen/Qwen3-32B                                | groq           | =                                                        | 131072 | 0.29/0.59 | 190   | 660   | tools
Qwen/Qwen3-32B                                | cerebras       | qwen-3-32b                                               | 65536  | 0.4/0.8   | 170   | 1800  | tools
Qwen/Qwen3-32B                                | nscale         | =                                                        | 40960  | 0.08/0.25 | -     | 74    | -
Qwen/Qwen3-32B                                | sambanova      | =                                                        | 32768  | 0.4/0.8   | -     | 300   | -
Qwen/Qwen3-4B-Instruct-2507                   | nscale         | =                                                        | 262144 | 0.01/0.03 | -     | 130   | tools
Qwen/Qwen3-4B-Instruct-2507                   | featherless-ai | =                                                        | 32768  | -         | -     | -     | -
Qwen/Qwen3-Coder-30B-A3B-Instruct             | scaleway       | qwen3-coder-30b-a3b-instruct                             | 128000 | 0.2/0.8   | 340   | 130   | tools json
Qwen/Qwen3-Coder-30B-A3B-Instruct             | nscale         | =                                                        | 262144 | 0.08/0.28 | 410   | 96    | tools
Qwen/Qwen3-Coder-30B-A3B-Instruct             | novita         | qwen/qwen3-coder-30b-a3b-instruct                        | 160000 | 0.07/0.27 | 760   | 81    | tools
Qwen/Qwen2.5-Coder-32B-Instruct               | nscale         | =                                                        | 131072 | 0.06/0.2  | -     | 66    | -
Qwen/Qwen2.5-Coder-32B-Instruct               | featherless-ai | =                                                        | -      | -         | -     | -     | -
Qwen/Qwen2.5-Coder-32B-Instruct               | hyperbolic     | =                                                        | -      | 0.2/0.2   | -     | -     | error
Qwen/Qwen2.5-VL-7B-Instruct                   | ovhcloud       | Qwen2.5-VL-72B-Instruct                                  | 32768  | 0.2/0.2   | -     | 58    | -
google/gemma-3-27b-it                         | featherless-ai | =                                                        | 32768  | -         | -     | -     | -
google/gemma-3-27b-it                         | scaleway       | gemma-3-27b-it                                           | 40000  | 0.25/0.5  | -     | 61    | -
google/gemma-3-27b-it                         | nebius         | google/gemma-3-27b-it-fast                               | 110000 | 0.2/0.6   | -     | 120   | error
google/gemma-3-4b-it                          | deepinfra      | =                                                        | 131072 | 0.04/0.08 | -     | 88    | -
moonshotai/Kimi-K2-Instruct-0905              | groq           | =                                                        | 262144 | 1/3       | 420   | 350   | tools
moonshotai/Kimi-K2-Instruct-0905              | together       | =                                                        | 262144 | 1/3       | 800   | 52    | tools json
moonshotai/Kimi-K2-Instruct-0905              | featherless-ai | =                                                        | 32768  | -         | -     | -     | -
zai-org/GLM-4.6                               | zai-org        | glm-4.6                                                  | 204800 | 0.6/2.2   | 1300  | 58    | tools author
zai-org/GLM-4.6                               | novita         | zai-org/glm-4.6                                          | 204800 | 0.6/2.2   | 1500  | 35    | tools
CohereLabs/command-a-03-2025                  | cohere         | command-a-03-2025                                        | 256000 | 2.5/10    | -     | 95    | tools author
mistralai/Mistral-7B-Instruct-v0.3            | together       | =                                                        | 32768  | 0.2/0.2   | -     | -     | deprecated
mistralai/Mistral-7B-Instruct-v0.3            | novita         | =                                                        | 32768  | 0.03/0.05 | -     | 77    | -
mistralai/Mistral-7B-Instruct-v0.3            | featherless-ai | =                                                        | -      | -         | -     | -     | -
mistralai/Mistral-Small-3.2-24B-Instruct-2506 | scaleway       | mistral-small-3.2-24b-instruct-2506                      | 131072 | 0.15/0.35 | -     | 73    | tools json
mistralai/Mistral-Small-3.2-24B-Instruct-2506 | publicai       | =                                                        | 32768  | -         | -     | -     | -
swiss-ai/Apertus-8B-Instruct-2509             | publicai       | swiss-ai/apertus-8b-instruct                             | -      | -         | -     | 41    | -
HuggingFaceTB/SmolLM3-3B                      | hf-inference   | =                                                        | 65536  | -         | 220   | 90    | -
HuggingFaceTB/SmolLM2-135M-Instruct           | baseten        | =                                                        | 8192   | -         | -     | -     | -
baidu/ERNIE-4.5-21B-A3B-PT                    | quantumleap    | ernie-4.5-21b                                            | 120000 | 0.07/0.28 | -     | 64    | -
Qwen/Qwen3-235B-A22B-Instruct-2507            | cerebras       | qwen-3-235b-a22b-instruct-2507                           | 131072 | 0.6/1.2   | 260   | 1400  | tools json
Qwen/Qwen3-235B-A22B-Instruct-2507            | together       | Qwen/Qwen3-235B-A22B-Instruct-2507-tput                  | 262144 | 0.2/0.6   | 610   | 42    | tools
Qwen/Qwen3-235B-A22B-Instruct-2507            | novita         | qwen/qwen3-235b-a22b-instruct-2507                       | 131072 | 0.09/0.58 | 980   | 31    | tools
Qwen/Qwen3-235B-A22B-Thinking-2507            | novita         | qwen/qwen3-235b-a22b-thinking-2507                       | 131072 | 0.3/3     | 1300  | 44    | tools
Qwen/Qwen3-235B-A22B-Thinking-2507            | together       | =                                                        | 262144 | 0.65/3    | 720   | 58    | -
Qwen/Qwen3-Coder-480B-A35B-Instruct           | novita         | qwen/qwen3-coder-480b-a35b-instruct                      | 262144 | 0.29/1.2  | 1200  | 39    | tools
Qwen/Qwen3-Coder-480B-A35B-Instruct           | fireworks-ai   | accounts/fireworks/models/qwen3-coder-480b-a35b-instruct | 262144 | 0.45/1.8  | 640   | 68    | tools json
Qwen/Qwen3-Coder-480B-A35B-Instruct           | together       | Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8                  | 262144 | 2/2       | 700   | 61    | tools
Qwen/Qwen3-Next-80B-A3B-Instruct              | novita         | qwen/qwen3-next-80b-a3b-instruct                         | 131072 | 0.15/1.5  | 870   | 90    | tools
Qwen/Qwen3-Next-80B-A3B-Instruct              | together       | =                                                        | 262144 | 0.15/1.5  | 480   | 140   | tools
Qwen/Qwen3-8B                                 | fireworks-ai   | accounts/fireworks/models/qwen3-8b                       | 40960  | 0.2/0.2   | 410   | 130   | tools
Qwen/Qwen3-8B                                 | nscale         | =                                                        | 40960  | 0.07/0.18 | 560   | 110   | -
Qwen/Qwen3-1.7B                               | featherless-ai | =                                                        | 32768  | -         | -     | -     | -
Qwen/Qwen2.5-7B-Instruct                      | together       | Qwen/Qwen2.5-7B-Instruct-Turbo                           | 32768  | 0.3/0.3   | 290   | 160   | tools
Qwen/Qwen2.5-7B-Instruct                      | featherless-ai | =                                                        | 32768  | -         | -     | -     | -
Qwen/Qwen2.5-72B-Instruct                     | novita         | qwen/qwen-2.5-72b-instruct                               | 32000  | 0.38/0.4  | 1100  | 28    | tools
Qwen/Qwen2.5-72B-Instruct                     | hyperbolic     | =                                                        | -      | 0.4/0.4   | -     | -     | error
Qwen/Qwen2.5-Coder-7B-Instruct                | nscale         | =                                                        | 32768  | 0.01/0.03 | 390   | 120   | -
Qwen/QwQ-32B                                  | nscale         | =                                                        | 40960  | 0.18/0.2  | 620   | 52    | -
Qwen/QwQ-32B                                  | groq           | qwen-qwq-32b                                             | 131072 | 0.29/0.39 | 200   | 410   | deprecated
Qwen/Qwen3-VL-30B-A3B-Instruct                | novita         | qwen/qwen3-vl-30b-a3b-instruct                           | 131072 | 0.2/0.7   | 900   | 84    | tools
deepseek-ai/DeepSeek-V3-0324                  | novita         | deepseek/deepseek-v3-0324                                | 163840 | 0.27/1.12 | 1400  | 27    | tools
deepseek-ai/DeepSeek-V3-0324                  | sambanova      | DeepSeek-V3-0324                                         | 32768  | 3/4.5     | 700   | 180   | tools
deepseek-ai/DeepSeek-V3-0324                  | together       | deepseek-ai/DeepSeek-V3                                  | 131072 | 1.25/1.25 | 800   | 40    | tools
deepseek-ai/DeepSeek-R1                       | fireworks-ai   | accounts/fireworks/models/deepseek-r1                    | 163840 | 3/8       | 950   | 60    | deprecated
deepseek-ai/DeepSeek-R1                       | novita         | deepseek/deepseek-r1-turbo                               | 64000  | 0.7/2.5   | 1700  | 33    | tools
deepseek-ai/DeepSeek-R1-Distill-Qwen-32B      | nscale         | =                                                        | 131072 | 0.3/0.3   | 640   | 49    | -
deepseek-ai/DeepSeek-R1-Distill-Llama-70B     | groq           | deepseek-r1-distill-llama-70b                            | 131072 | 0.75/0.99 | 230   | 270   | tools
deepseek-ai/DeepSeek-R1-Distill-Llama-70B     | nscale         | =                                                        | 131072 | 0.75/0.75 | 720   | 38    | -
meta-llama/Llama-4-Scout-17B-16E-Instruct     | groq           | meta-llama/llama-4-scout-17b-16e-instruct                | 131072 | 0.11/0.34 | 190   | 460   | tools json
meta-llama/Llama-4-Scout-17B-16E-Instruct     | nscale         | =                                                        | 890000 | 0.09/0.29 | 610   | 77    | -
meta-llama/Llama-3.2-3B-Instruct              | together       | meta-llama/Llama-3.2-3B-Instruct-Turbo                   | 131072 | 0.06/0.06 | 260   | 190   | -
meta-llama/Llama-3.2-3B-Instruct              | novita         | meta-llama/llama-3.2-3b-instruct                         | 32768  | 0.03/0.05 | 700   | 98    | tools
google/gemma-2-9b-it                          | nscale         | =                                                        | 8192   | 0.03/0.06 | 480   | 70    | -
google/gemma-3-12b-it                         | deepinfra      | =                                                        | 131072 | 0.05/0.1  | 390   | 76    | -
google/gemma-3-12b-it                         | featherless-ai | =                                                        | 32768  | -         | -     | -     | -
mistralai/Mistral-Nemo-Instruct-2407          | novita         | mistralai/mistral-nemo                                   | 60288  | 0.04/0.17 | 720   | 69    | -
mistralai/Devstral-Small-2507                 | scaleway       | devstral-small-2507                                      | 131072 | 0.4/2     | 380   | 83    | tools
moonshotai/Kimi-K2-Thinking                   | together       | =                                                        | 262144 | 1.2/4     | 900   | 71    | tools json
moonshotai/Kimi-K2-Thinking                   | novita         | moonshotai/kimi-k2-thinking                              | 262144 | 0.6/2.5   | 1600  | 29    | tools
zai-org/GLM-4.5-Air                           | zai-org        | glm-4.5-air                                              | 131072 | 0.2/1.1   | 900   | 92    | tools author
zai-org/GLM-4.5-Air                           | together       | zai-org/GLM-4.5-Air-FP8                                  | 131072 | 0.2/1.1   | 560   | 120   | tools
zai-org/GLM-4.5V                              | zai-org        | glm-4.5v                                                 | 65536  | 0.6/1.8   | 1000  | 66    | tools author
zai-org/GLM-4.5V                              | novita         | zai-org/glm-4.5v                                         | 65536  | 0.6/1.8   | 1300  | 51    | tools
MiniMaxAI/MiniMax-M2                          | novita         | minimax/minimax-m2                                       | 204800 | 0.3/1.2   | 1100  | 74    | tools json
NousResearch/Hermes-4-70B                     | nebius         | =                                                        | 131072 | 0.13/0.4  | 500   | 65    | staging
CohereLabs/aya-expanse-32b                    | cohere         | c4ai-aya-expanse-32b                                     | 131072 | -         | 420   | 88    | author
CohereLabs/command-r7b-12-2024                | cohere         | command-r7b-12-2024                                      | 131072 | 0.04/0.15 | 240   | 160   | tools author
allenai/Olmo-3-7B-Instruct                    | publicai       | =                                                        | 65536  | -         | -     | 35    | author
ServiceNow-AI/Apriel-1.5-15b-Thinker          | together       | =                                                        | 131072 | -         | 520   | 110   | -
utter-project/EuroLLM-22B-Instruct-2512       | publicai       | utter-project/eurollm-22b-instruct                       | 32768  | -         | -     | 24    | -
swiss-ai/Apertus-70B-Instruct-2509            | publicai       | swiss-ai/apertus-70b-instruct                            | 65536  | -         | -     | 22    | -
acme/support-chat                             | hf-inference   | =                                                        | 8192   | -         | 300   | 40    | -
acme/gated-support-chat                       | hf-inference   | =                                                        | 8192   | -         | 300   | 40    | -
ada/private-notes-chat                        | hf-inference   | =                                                        | 8192   | -         | 300   | 40    | -
`;
