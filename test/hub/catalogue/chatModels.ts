/**
 * Chat models: names and sizes of real ones, and three that belong to the accounts here. Their providers are in
 * `CHAT_PROVIDERS`, their answers are computed by `models/analyst`. Columns as `parseModelTable` reads them.
 */
export const CHAT_MODELS = `
openai/gpt-oss-120b                           | text-generation    | transformers | gpt_oss      | 120400  | 4100 | 4240  | apache-2.0   | en                      | variant=reasoning day=1312
openai/gpt-oss-20b                            | text-generation    | transformers | gpt_oss      | 21500   | 6200 | 3900  | apache-2.0   | en                      | variant=reasoning day=1312
deepseek-ai/DeepSeek-V3.2                     | text-generation    | transformers | deepseek_v3  | 685000  | 410  | 1240  | mit          | en                      | day=1430
deepseek-ai/DeepSeek-R1-0528                  | text-generation    | transformers | deepseek_v3  | 684500  | 920  | 2390  | mit          | en                      | variant=reasoning day=1243
meta-llama/Llama-3.3-70B-Instruct             | text-generation    | transformers | llama        | 70600   | 880  | 2600  | llama3.3     | en fr it pt hi es th de | gated=manual day=1060
meta-llama/Llama-3.1-8B-Instruct              | text-generation    | transformers | llama        | 8030    | 8900 | 5100  | llama3.1     | en                      | gated=manual day=929
meta-llama/Llama-3.2-1B-Instruct              | text-generation    | transformers | llama        | 1240    | 3600 | 1200  | llama3.2     | en                      | gated=manual day=990
meta-llama/Llama-Guard-4-12B                  | image-text-to-text | transformers | llama4       | 12000   | 45   | 120   | other        | en                      | gated=manual day=1200
Qwen/Qwen3-32B                                | text-generation    | transformers | qwen3        | 32800   | 2100 | 610   | apache-2.0   | en                      | variant=reasoning day=1213
Qwen/Qwen3-4B-Instruct-2507                   | text-generation    | transformers | qwen3        | 4020    | 3300 | 540   | apache-2.0   | en                      | day=1313
Qwen/Qwen3-Coder-30B-A3B-Instruct             | text-generation    | transformers | qwen3_moe    | 30500   | 760  | 870   | apache-2.0   | en                      | tag=code day=1307
Qwen/Qwen2.5-Coder-32B-Instruct               | text-generation    | transformers | qwen2        | 32800   | 420  | 1980  | apache-2.0   | en                      | tag=code day=1044
Qwen/Qwen2.5-VL-7B-Instruct                   | image-text-to-text | transformers | qwen2_5_vl   | 8290    | 3700 | 1350  | apache-2.0   | en                      | day=1121
google/gemma-3-27b-it                         | image-text-to-text | transformers | gemma3       | 27400   | 1500 | 1700  | gemma        | en                      | gated=auto day=1156
google/gemma-3-4b-it                          | image-text-to-text | transformers | gemma3       | 4300    | 2200 | 1000  | gemma        | en                      | gated=auto day=1156
google/medgemma-4b-it                         | image-text-to-text | transformers | gemma3       | 4300    | 190  | 800   | other        | en                      | gated=auto day=1236
moonshotai/Kimi-K2-Instruct-0905              | text-generation    | transformers | kimi_k2      | 1026000 | 98   | 660   | other        | en                      | day=1341
zai-org/GLM-4.6                               | text-generation    | transformers | glm4_moe     | 357000  | 88   | 1080  | mit          | en                      | variant=reasoning day=1367
CohereLabs/command-a-03-2025                  | text-generation    | transformers | cohere2      | 111000  | 24   | 430   | cc-by-nc-4.0 | en                      | day=1163
mistralai/Mistral-7B-Instruct-v0.3            | text-generation    | transformers | mistral      | 7250    | 1300 | 2100  | apache-2.0   | en                      | day=872
mistralai/Mistral-Small-3.2-24B-Instruct-2506 | image-text-to-text | transformers | mistral3     | 24000   | 340  | 480   | apache-2.0   | en                      | day=1266
swiss-ai/Apertus-8B-Instruct-2509             | text-generation    | transformers | apertus      | 8050    | 260  | 420   | apache-2.0   | de fr it rm en          | day=1340
HuggingFaceTB/SmolLM3-3B                      | text-generation    | transformers | smollm3      | 3080    | 220  | 720   | apache-2.0   | en fr es it pt de       | variant=reasoning day=1284
HuggingFaceTB/SmolLM2-135M-Instruct           | text-generation    | transformers | llama        | 135     | 640  | 240   | apache-2.0   | en                      | day=1034
baidu/ERNIE-4.5-21B-A3B-PT                    | text-generation    | transformers | ernie4_5_moe | 21800   | 51   | 170   | apache-2.0   | en                      | day=1277
microsoft/Phi-4-mini-instruct                 | text-generation    | transformers | phi3         | 3840    | 480  | 600   | mit          | en                      | day=1145
Qwen/Qwen3-235B-A22B-Instruct-2507            | text-generation    | transformers | qwen3_moe    | 235093  | 210  | 720   | apache-2.0   | en zh                   | day=1301
Qwen/Qwen3-235B-A22B-Thinking-2507            | text-generation    | transformers | qwen3_moe    | 235093  | 98   | 390   | apache-2.0   | en zh                   | variant=reasoning day=1305
Qwen/Qwen3-Coder-480B-A35B-Instruct           | text-generation    | transformers | qwen3_moe    | 480154  | 160  | 1260  | apache-2.0   | en                      | tag=code day=1301
Qwen/Qwen3-Next-80B-A3B-Instruct              | text-generation    | transformers | qwen3_next   | 81324   | 340  | 880   | apache-2.0   | en zh                   | day=1349
Qwen/Qwen3-8B                                 | text-generation    | transformers | qwen3        | 8190    | 3900 | 760   | apache-2.0   | en zh                   | variant=reasoning day=1213
Qwen/Qwen3-1.7B                               | text-generation    | transformers | qwen3        | 2030    | 1700 | 310   | apache-2.0   | en zh                   | variant=reasoning day=1213
Qwen/Qwen2.5-7B-Instruct                      | text-generation    | transformers | qwen2        | 7620    | 7400 | 900   | apache-2.0   | en zh                   | day=988
Qwen/Qwen2.5-72B-Instruct                     | text-generation    | transformers | qwen2        | 72700   | 480  | 910   | other        | en zh                   | day=988
Qwen/Qwen2.5-Coder-7B-Instruct                | text-generation    | transformers | qwen2        | 7620    | 910  | 610   | apache-2.0   | en                      | tag=code day=990
Qwen/QwQ-32B                                  | text-generation    | transformers | qwen2        | 32800   | 180  | 2900  | apache-2.0   | en                      | variant=reasoning day=1159
Qwen/Qwen3-VL-30B-A3B-Instruct                | image-text-to-text | transformers | qwen3_vl_moe | 31100   | 900  | 430   | apache-2.0   | en zh                   | day=1369
deepseek-ai/DeepSeek-V3-0324                  | text-generation    | transformers | deepseek_v3  | 684500  | 340  | 3080  | mit          | en                      | day=1178
deepseek-ai/DeepSeek-R1                       | text-generation    | transformers | deepseek_v3  | 684500  | 610  | 12800 | mit          | en                      | variant=reasoning day=1115
deepseek-ai/DeepSeek-R1-Distill-Qwen-32B      | text-generation    | transformers | qwen2        | 32800   | 870  | 1480  | mit          | en                      | variant=reasoning day=1115
deepseek-ai/DeepSeek-R1-Distill-Llama-70B     | text-generation    | transformers | llama        | 70600   | 140  | 740   | mit          | en                      | variant=reasoning day=1115
meta-llama/Llama-4-Scout-17B-16E-Instruct     | image-text-to-text | transformers | llama4       | 108642  | 240  | 1160  | other        | en fr de es it          | gated=manual day=1190
meta-llama/Llama-3.2-3B-Instruct              | text-generation    | transformers | llama        | 3210    | 2300 | 1800  | llama3.2     | en                      | gated=manual day=990
google/gemma-2-9b-it                          | text-generation    | transformers | gemma2       | 9240    | 340  | 760   | gemma        | en                      | gated=auto day=905
google/gemma-3-12b-it                         | image-text-to-text | transformers | gemma3       | 12200   | 900  | 560   | gemma        | en                      | gated=auto day=1156
mistralai/Mistral-Nemo-Instruct-2407          | text-generation    | transformers | mistral      | 12200   | 140  | 1600  | apache-2.0   | en fr de es             | day=928
mistralai/Devstral-Small-2507                 | text-generation    | transformers | mistral      | 23600   | 60   | 330   | apache-2.0   | en                      | tag=code day=1286
moonshotai/Kimi-K2-Thinking                   | text-generation    | transformers | kimi_k2      | 1058000 | 310  | 1500  | other        | en                      | variant=reasoning day=1404
zai-org/GLM-4.5-Air                           | text-generation    | transformers | glm4_moe     | 110469  | 420  | 540   | mit          | en zh                   | variant=reasoning day=1296
zai-org/GLM-4.5V                              | image-text-to-text | transformers | glm4v_moe    | 107711  | 40   | 690   | mit          | en zh                   | day=1317
MiniMaxAI/MiniMax-M2                          | text-generation    | transformers | minimax_m2   | 228690  | 1100 | 1400  | mit          | en                      | variant=reasoning day=1391
NousResearch/Hermes-4-70B                     | text-generation    | transformers | llama        | 70600   | 20   | 150   | llama3       | en                      | variant=reasoning day=1330
CohereLabs/aya-expanse-32b                    | text-generation    | transformers | cohere       | 32300   | 11   | 270   | cc-by-nc-4.0 | en fr de es ja ar       | day=1025
CohereLabs/command-r7b-12-2024                | text-generation    | transformers | cohere2      | 8030    | 12   | 410   | cc-by-nc-4.0 | en fr es                | day=1074
allenai/Olmo-3-7B-Instruct                    | text-generation    | transformers | olmo3        | 7300    | 90   | 130   | apache-2.0   | en                      | day=1418
ServiceNow-AI/Apriel-1.5-15b-Thinker          | image-text-to-text | transformers | llava        | 14900   | 30   | 470   | mit          | en                      | variant=reasoning day=1367
utter-project/EuroLLM-22B-Instruct-2512       | text-generation    | transformers | llama        | 22600   | 5    | 60    | apache-2.0   | en fr de es it pt       | day=1440
swiss-ai/Apertus-70B-Instruct-2509            | text-generation    | transformers | apertus      | 70600   | 40   | 190   | apache-2.0   | de fr it rm en          | day=1340
acme/support-chat                             | text-generation    | transformers | llama        | 8030    | 0    | 3     | apache-2.0   | en                      | private
acme/gated-support-chat                       | text-generation    | transformers | llama        | 8030    | 0    | 12    | apache-2.0   | en                      | gated=manual
ada/private-notes-chat                        | text-generation    | transformers | smollm3      | 3080    | 0    | 0     | apache-2.0   | en                      | private
`;
